/** Drawings on a line or a plane: their shapes are placed in per cent, so that text keeps its size at every width. */
export const pictureStyle = `
.picture{margin:1.5rem 0 1.75rem;container-type:inline-size}
figcaption{line-height:1.45;margin-bottom:.6rem;max-width:80ch}
.caption{font-weight:600}
.summary{color:var(--muted);font-size:.93rem}
.drawing svg{display:block;font-size:12.5px;font-family:inherit}
.drawing svg text{fill:var(--ink);font-variant-numeric:tabular-nums}
.drawing .tick-label,.drawing .scale text{fill:var(--muted);font-size:12px}
.ground{fill:var(--sunken)}
.fill{fill:var(--series,var(--link))}
.fill.against{fill-opacity:.72}
.grid{stroke:var(--line);stroke-width:1}
.axis{stroke:var(--rule);stroke-width:1}
.drawing ul,.drawing ol{list-style:none;margin:0;padding:0;max-width:none}
.drawing li{margin:0}
.value{font-variant-numeric:tabular-nums}
.bounds,.stated,.date{color:var(--muted)}
.picture .key{max-width:none;color:var(--muted);font-size:.85rem;margin:.6rem 0 0}
.picture details{margin-top:.4rem}

.rung{display:grid;grid-template-columns:minmax(0,1fr) auto;align-items:center;column-gap:1rem;padding:.15rem 0}
.drawing .rung+.rung{margin-top:.2rem}
.rung .name{line-height:1.3}
.rung .track{grid-column:1/-1;grid-row:2}
.rung .values{display:flex;align-items:center;gap:.7rem;font-size:.85rem;line-height:1.3}
.rung .value{font-size:1.3rem;color:var(--series);width:3.6rem;flex:none;text-align:right;white-space:nowrap;letter-spacing:-.02em}
.track{overflow:visible}
.rung .beside{color:var(--muted)}
.rung .beside span{display:block;white-space:nowrap}
.rung .id{background:var(--series);border-color:var(--series);color:var(--surface)}
.bracket line,.bracket path{stroke:var(--ink);stroke-width:1.6;fill:none}
.tick path{stroke:var(--ink);stroke-width:1.6;fill:none}
.tick .head{fill:var(--ink);stroke:none}
.legend{display:flex;flex-wrap:wrap;gap:.15rem 1.25rem;margin-top:.35rem!important;font-size:.85rem;color:var(--muted)}
.legend li{display:flex;align-items:center;gap:.45rem}
.legend .fill{fill:var(--rule)}
@container (min-width:36rem){
.rung{grid-template-columns:minmax(0,3.2fr) minmax(0,6fr) 9.4rem}
.rung .track{grid-column:2;grid-row:1}
.drawing .scale{margin-left:calc((100% - 11.4rem)*3.2/9.2 + 1rem);width:calc((100% - 11.4rem)*6/9.2)}
}

.forecast-over-time .drawing{padding:0 .3rem 0 2.6rem}
.adoption-curve .drawing{padding:0 92px 0 42px}
.plot .tipping{stroke:var(--ink);stroke-width:1.3;stroke-dasharray:5 4}
.drawing text.tipping{stroke:none;fill:var(--ink);font-size:12px;font-weight:600}
.plot.near{width:calc(100% - 4.6rem)}
.step{fill:none;stroke:var(--series);stroke-width:2.4;vector-effect:non-scaling-stroke}
.series-2 .step{stroke-dasharray:9 3}
.series-3 .step{stroke-dasharray:3 3}
.series-4 .step{stroke-dasharray:12 3 3 3}
.series-5 .step{stroke-dasharray:6 6}
.series-residual .step{stroke-width:1.7}
.plot .dot{fill:var(--surface);stroke:var(--series);stroke-width:2}
.leader{fill:none;stroke:var(--series);stroke-width:1}
.drawing .end text{fill:var(--series);font-size:13.5px;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.end .value{font-weight:700}
.end .title{display:none}
.events line{stroke:var(--rule);stroke-width:1;stroke-dasharray:1 3}
.drawing .event-label{font-size:12px;font-weight:600}
.resolves{stroke:var(--ink);stroke-width:1.4}
.drawing text.resolves{stroke:none;fill:var(--ink);font-size:12px;font-weight:600}
@container (min-width:40rem){
.plot.near{width:calc(100% - 14rem)}
.end .title{display:inline}
}

.matrix .head,.cell .name{font-size:.85rem;line-height:1.3}
.matrix .id{margin-right:.1em}
.heads{display:none}
.item{padding:.5rem 0;border-top:1px solid var(--line)}
.item .text{display:block;font-size:.95rem;line-height:1.4;margin-bottom:.25rem}
.date{font-size:.88em;white-space:nowrap}
.cell{display:grid;grid-template-columns:5rem minmax(0,1fr);align-items:center;gap:.5rem}
.cell .name{color:var(--series);font-weight:700;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.cross{stroke:var(--alarm);stroke-width:2.4;fill:none}
.drawing text.eliminates{fill:var(--alarm);font-weight:700}
.drawing text.none{fill:var(--muted)}
@container (min-width:40rem){
.matrix:not(.many) .heads,.matrix:not(.many) .item{display:grid;grid-template-columns:minmax(0,1.9fr) repeat(var(--columns),minmax(0,1fr));gap:0 1rem;align-items:center}
.matrix .heads{align-items:end;padding-bottom:.4rem}
.head{color:var(--series);font-weight:600;text-align:center}
.matrix:not(.many) .text{margin:0}
.matrix:not(.many) .cell{display:block}
.matrix:not(.many) .name{display:none}
.matrix.many .item{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:0 1.5rem}
.matrix.many .text{grid-row:1/span 20}
.matrix.many .cell{grid-column:2}
}

.bars>li{display:grid;grid-template-columns:minmax(0,1fr);gap:.1rem 1rem;padding:.45rem 0;border-top:1px solid var(--line);align-items:center}
.bars>li:first-child{border-top:0}
.bars .text{font-size:.95rem;line-height:1.4}
.bars .values{font-size:.88rem;line-height:1.35}
.bars .note{display:block;color:var(--muted)}
@container (min-width:40rem){
.bars>li{grid-template-columns:minmax(0,5fr) minmax(0,5fr) minmax(0,3fr)}
}

.outcome{margin-top:.8rem}
.shares>li{display:grid;grid-template-columns:minmax(0,1fr) 7rem;gap:.1rem 1rem;align-items:center;font-size:.9rem;line-height:1.35;padding:.3rem 0}
.shares>li+li{margin-top:0}
.shares .text{grid-column:1/-1}
@container (min-width:36rem){
.shares>li{grid-template-columns:minmax(0,2fr) minmax(0,3fr) 7rem;padding:.1rem 0}
.shares .text{grid-column:auto}
}
.shares .note,.rule-note{color:var(--muted);font-weight:400}
.shares .fails .fill{fill:none;stroke:var(--link);stroke-width:1.5}
.shares .error{stroke:var(--ink);stroke-width:2}
.shares .values{white-space:nowrap}
.shares .values .note{margin-left:.4em}

.ends{display:flex;justify-content:space-between;gap:1rem;font-size:.85rem;color:var(--muted);line-height:1.3;padding-bottom:.3rem;border-bottom:1px solid var(--rule)}
.ends span{max-width:45%}
.ends span:last-child{text-align:right}
.group{margin-top:.7rem}
.group-title{font-weight:600;font-size:.92rem;margin:0 0 .1rem}
.group li{display:grid;grid-template-columns:minmax(0,1fr) 2rem;align-items:center;gap:0 .75rem;font-size:.93rem;line-height:1.35}
.group li svg{grid-column:1/-1;grid-row:2}
.group .value{text-align:right;color:var(--muted)}
.group .dot,.dots .dot{fill:var(--series,var(--link))}
.range{stroke:var(--series,var(--link));stroke-width:4;stroke-opacity:.45;stroke-linecap:round}
@container (min-width:36rem){
.group li,.ends{display:grid;grid-template-columns:11rem minmax(0,1fr) 2rem}
.group li svg{grid-column:2;grid-row:1}
.ends span:first-child{grid-column:2;grid-row:1}
.ends span:last-child{grid-column:2;grid-row:1;justify-self:end}
}
`;
