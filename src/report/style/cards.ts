/** Pictures made of boxes: the indicator board, the mechanism chain, the timeline. */
export const cardStyle = `
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16.5rem),1fr));gap:1rem}
.card{background:var(--surface);border:1px solid var(--line);border-top:3px solid var(--tone);border-radius:4px;padding:.8rem .9rem;font-size:.93rem;line-height:1.4;display:flex;flex-direction:column;gap:.5rem}
.top{display:flex;align-items:center;gap:.5rem}
.card .top{justify-content:space-between}
.card.strong .badge{background:var(--tone);color:var(--surface)}
.card .title{font-weight:600;font-size:1rem}
.card dl{margin:0;display:grid;grid-template-columns:auto minmax(0,1fr);gap:.15rem .7rem}
.needs{margin:0}
.card dt{color:var(--muted)}
.card dd{margin:0}
.timing{color:var(--muted);font-size:.88rem;margin-top:auto}
.timing .fill{fill:var(--tone)}
.dots{border-top:1px solid var(--line);padding-top:.45rem}
.dots .label{color:var(--muted);font-size:.85rem}
.dots li{display:grid;grid-template-columns:3.6rem minmax(0,1fr) 2.6rem;gap:.5rem;align-items:center}
.dots .name{color:var(--series);font-weight:700;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.dots .value{text-align:right}

.chain{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:1.5rem 1.9rem}
.link{position:relative;background:var(--surface);border:1px solid var(--line);border-radius:4px;padding:.7rem .85rem;font-size:.93rem;line-height:1.42}
.link.cause,.link.outcome{border-color:var(--rule);border-width:2px}
.link:not(:last-child)::after{content:"";position:absolute;right:-1.25rem;top:50%;width:.65rem;height:.65rem;border:solid var(--rule);border-width:2.5px 2.5px 0 0;transform:translateY(-50%) rotate(45deg)}
.role{font-weight:700}
.link .top .id{margin-left:auto}
.link .text{margin:.3rem 0 .5rem}
.marks{display:flex;flex-wrap:wrap;gap:.3rem}
.link .none{margin:0;font-size:.88rem}
.node{flex:none}
.node.note{--tone:var(--note)}
.ring{fill:var(--tone,transparent);stroke:var(--tone,var(--rule));stroke-width:2}
.ring.hollow{fill:none;stroke:var(--rule);stroke-dasharray:2.5 2.5}
.in{fill:none;stroke:var(--surface);stroke-width:2.2;stroke-linecap:round}
@container (max-width:32.9rem){
.chain{gap:1.7rem}
.link:not(:last-child)::after{right:auto;left:50%;top:auto;bottom:-1.15rem;transform:translateX(-50%) rotate(135deg)}
}

.strip{margin-bottom:.9rem}
.strip .mark{stroke:var(--tone);stroke-width:3}
.event{display:grid;grid-template-columns:1.4rem minmax(0,1fr);gap:0 .6rem;font-size:.95rem;line-height:1.45;padding-bottom:.75rem;position:relative}
.event time{grid-column:2;color:var(--muted);font-size:.88rem;font-variant-numeric:tabular-nums}
.event .sign{grid-column:1;grid-row:1/span 2;color:var(--tone);background:var(--paper);justify-self:center;display:flex;align-items:center;height:1.45em;z-index:1;font-size:1.05em}
.event .text{grid-column:2}
.event:not(:last-child)::before{content:"";position:absolute;left:.65rem;top:1.4em;bottom:-.1rem;border-left:2px solid var(--line)}
@container (min-width:36rem){
.event{grid-template-columns:9.5rem 1.4rem minmax(0,1fr)}
.event time{grid-column:1;text-align:right;line-height:1.65}
.event .sign{grid-column:2;grid-row:1}
.event .text{grid-column:3}
.event:not(:last-child)::before{left:10.75rem}
}
`;
