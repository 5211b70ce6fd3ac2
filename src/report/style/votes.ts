/** Pictures of roll calls: bars, maps, changes, agreement. Answers differ by ground as well as by colour. */
export const voteStyle = `
.grounds{position:absolute}
.vote.yes{fill:var(--vote-yes)}
.vote.no{fill:var(--vote-no)}
.grounds .back{fill:var(--paper)}
.grounds .stripe{fill:var(--vote-abstain)}
.grounds .point{fill:var(--vote-absent)}
.vote.abstain{stroke:var(--vote-abstain)}
.vote.absent{stroke:var(--vote-absent)}
.swatch{flex:none}
.drawing .swatch{display:inline-block;vertical-align:-.1em}
.vote-rows>li{display:grid;grid-template-columns:minmax(0,1fr);gap:.15rem 1rem;padding:.3rem 0;align-items:center;font-size:.93rem;line-height:1.35}
.vote-rows .note{display:block;color:var(--muted);font-size:.9em}
.vote-rows .values{display:flex;flex-wrap:wrap;gap:0 .9rem;font-variant-numeric:tabular-nums;font-size:.88rem}
.vote-rows .word{color:var(--muted)}
.drawing text.on{fill:var(--paper);font-weight:700;font-size:13px}
.needed{stroke:var(--ink);stroke-width:2}
.drawing text.needed{stroke:none;fill:var(--ink);font-size:11.5px}
@container (min-width:44rem){
.vote-rows>li{grid-template-columns:12.5rem minmax(0,1fr) 13rem}
.vote-rows .values{display:grid;grid-template-columns:repeat(2,auto);justify-content:start;gap:0 .9rem;font-size:.83rem;line-height:1.35}
}
.map{stroke:var(--paper);stroke-width:1.4;stroke-linejoin:round}
.land{fill:var(--sunken)}
.map circle{stroke-width:1.6}
.answers>li{display:grid;grid-template-columns:1.1rem minmax(0,1fr);gap:.4rem;font-size:.92rem;line-height:1.45;padding:.12rem 0;align-items:baseline}
.drawing .answers{margin-top:.6rem}
.map-foot{display:grid;grid-template-columns:minmax(0,1fr);gap:.6rem 2rem;align-items:start}
.inset{border:1px solid var(--line);border-radius:3px;margin-top:.6rem;stroke-width:.6}
.inset circle{stroke-width:.7}
@container (min-width:44rem){
.map-foot{grid-template-columns:minmax(0,1fr) 19rem}
}
.maps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:1.4rem 1.6rem;margin-top:1.4rem;padding-top:1.1rem;border-top:1px solid var(--line)}
.maps .answers>li{font-size:.86rem}
.map-title{font-weight:600;font-size:.95rem;margin:0 0 .3rem}
.step-of-votes{margin-top:.8rem}
.moves>li{display:grid;grid-template-columns:minmax(0,1fr);gap:.05rem 1rem;padding:.35rem 0;border-top:1px solid var(--line);font-size:.93rem;line-height:1.4}
.way{display:flex;align-items:center;gap:.45rem;font-weight:600;white-space:nowrap}
.way .sign{display:inline-flex;align-items:center;gap:.35rem}
.way .arrow{fill:none;stroke:var(--muted);stroke-width:1.6;flex:none}
.moves.quiet{color:var(--muted)}
.moves.quiet .way{font-weight:400}
@container (min-width:36rem){
.moves>li{grid-template-columns:15rem minmax(0,1fr)}
}
.agreement .alike{fill:var(--vote-yes)}
.agreement .self{fill:var(--line)}
.agreement .never{fill:none;stroke:var(--line)}
.drawing .agreement text{font-size:12px}
.agreement g text{text-anchor:middle}
.agreement g text.row{text-anchor:end}
.drawing .scroll{margin-bottom:.4rem}
.drawing svg.agreement{flex:none}
@media print{
.vote-rows>li,.moves>li,.answers>li,.small{break-inside:avoid}
.maps{grid-template-columns:repeat(2,minmax(0,1fr))}
.map-foot{grid-template-columns:minmax(0,1fr) 55mm}
.drawing svg.agreement{max-width:100%;height:auto}
}
@media (forced-colors:active){
.vote,.map,.swatch,.agreement rect{forced-color-adjust:none}
}
`;
