/** Running text, lists, citations, tables, callouts. */
export const textStyle = `
h2,h3,h4,h5,h6{line-height:1.25;text-wrap:balance}
.text h2{font:600 1.6rem/1.2 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;margin:0 0 .75rem;padding-bottom:.35rem;border-bottom:1px solid var(--line)}
h3{font-size:1.15rem;margin:2rem 0 .5rem}
h4{font-size:1.02rem;margin:1.5rem 0 .4rem}
h5,h6{font-size:1rem;color:var(--muted);margin:1.25rem 0 .3rem}
p{margin:0 0 .9rem}
.text p,.text ul,.text ol,.text dl,.text blockquote,.callout{max-width:70ch}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.16em}
a.mention{text-decoration-style:dotted;font-weight:600}
code{font:.88em ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;background:var(--sunken);padding:.05em .3em;border-radius:2px;overflow-wrap:anywhere}
ul,ol{padding-left:1.4rem;margin:0 0 .9rem}
li+li{margin-top:.35rem}
ul.labelled{list-style:none;padding-left:0}
ul.labelled>li{padding-left:.9rem;border-left:3px solid var(--line)}
ul.labelled>li+li{margin-top:.75rem}
li>ul,li>ol{margin:.35rem 0 0}
.id{display:inline-block;font-weight:700;font-size:.82em;line-height:1.35;padding:0 .38em;border:1px solid var(--rule);border-radius:3px;font-variant-numeric:tabular-nums;white-space:nowrap}
a.id{color:var(--ink);text-decoration:none}
a.id:hover{border-color:var(--link);color:var(--link)}
.citation{font-size:.78em;vertical-align:.22em;line-height:1;white-space:nowrap;color:var(--muted)}
.citation a{text-decoration:none;padding:0 .1em}
.citation a:hover{text-decoration:underline}
.unknown{color:var(--alarm)}
.grade{font-size:.78rem;font-weight:700;background:var(--sunken);color:var(--ink);border-radius:3px;padding:.05rem .3rem;text-decoration:none;white-space:nowrap}
.citation .grade{font-size:.95em;padding:0 .25em}
.none,.empty{color:var(--muted)}
blockquote{margin:0 0 1rem;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--rule);color:var(--muted)}
blockquote p:last-child,.callout p:last-child{margin-bottom:0}
.facts{display:grid;gap:.4rem;margin:0 0 1rem}
.facts div{display:grid;grid-template-columns:minmax(0,11rem) minmax(0,1fr);gap:0 1rem}
.facts dt{font-weight:600;color:var(--muted)}
.facts dd{margin:0}
.facts dd::first-letter{text-transform:uppercase}
@media (max-width:30rem){.facts div{grid-template-columns:minmax(0,1fr)}}
.icon{width:1em;height:1em;flex:none;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round;vertical-align:-.14em}
.badge{display:inline-flex;align-items:center;gap:.35em;background:var(--ground);color:var(--tone);font-size:.82rem;font-weight:600;line-height:1.3;padding:.12rem .5rem;border-radius:3px}
.callout{background:var(--ground);border-left:4px solid var(--tone);padding:.8rem 1rem;margin:0 0 1rem;border-radius:0 3px 3px 0}
.callout-title{font-weight:700;color:var(--tone);display:flex;align-items:center;gap:.45rem;margin-bottom:.25rem}
.scroll{overflow-x:auto;margin:0 0 1.25rem;position:relative;container-type:inline-size;background:linear-gradient(to right,var(--cover) 40%,transparent) left/2.4rem 100% no-repeat local,linear-gradient(to left,var(--cover) 40%,transparent) right/2.4rem 100% no-repeat local,linear-gradient(to right,var(--rule) 2px,var(--line) 2px,transparent) left/.9rem 100% no-repeat,linear-gradient(to left,var(--rule) 2px,var(--line) 2px,transparent) right/.9rem 100% no-repeat}
table{border-collapse:collapse;width:100%;min-width:var(--width);font-size:.92rem;line-height:1.45;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding-bottom:.4rem;line-height:1.4;position:sticky;left:0;max-width:100cqw}
th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line);font-weight:inherit}
thead th{font-weight:600;color:var(--muted);border-bottom:1px solid var(--rule);font-size:.85rem;vertical-align:bottom}
tbody th.label{font-weight:600}
@media screen{
.scroll:not(.stacked) tbody th.label,.scroll:not(.stacked) table:has(tbody th.label) thead th:first-child{position:sticky;left:0;background:var(--cover)}
.scroll:not(.stacked) tbody tr:target th.label{background:var(--watch-ground)}
}
time{white-space:nowrap}
@media screen and (max-width:40rem){
.stacked table{min-width:0}
.stacked,.stacked table,.stacked tbody,.stacked tr,.stacked tbody th,.stacked td,.stacked caption{display:block}
.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stacked tr{border-bottom:1px solid var(--rule);padding:.6rem 0}
.stacked tbody th,.stacked td{border:0;padding:.1rem 0}
.stacked td[data-label]{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:0 .75rem}
.stacked td[data-label]::before{content:attr(data-label);color:var(--muted);font-size:.9em;white-space:normal;overflow-wrap:anywhere}
.stacked td.blank{display:none}
.stacked .share .bounds{text-align:left}
.stacked .badge{justify-self:start}
}
td .badge,th .badge{white-space:nowrap}
.tight{white-space:nowrap}
.share{display:inline-grid;grid-template-columns:auto auto;align-items:center;gap:0 .5rem}
.share svg{flex:none}
.share .ground{fill:var(--sunken)}
.share .fill{fill:var(--link)}
.share .bounds{grid-column:1/-1;color:var(--muted);font-size:.9em;line-height:1.3;text-align:right}
.sources{padding-left:2rem;font-size:.95rem}
.sources li+li{margin-top:.5rem}
.sources cite{font-style:normal;font-weight:600}
.sources .key,.sources .grade-words{color:var(--muted);font-size:.85em}
.back{margin:0 0 .75rem;font-size:.9rem}
.folder-about{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:baseline;color:var(--muted)}
.folder{list-style:none;padding:0;margin:1.25rem 0;display:grid;gap:1rem}
.folder li{background:var(--surface);border:1px solid var(--line);border-left:4px solid var(--tone,var(--link));border-radius:4px;padding:1rem 1.25rem;margin:0;display:grid;grid-template-columns:minmax(0,1fr);gap:.5rem 2rem;position:relative}
.folder li:hover,.folder li:focus-within{border-color:var(--link)}
.folder .aside{--tone:var(--line);padding-block:.6rem}
.folder .aside h2{font-size:1rem}
.folder h2{font-size:1.15rem;margin:0 0 .3rem}
.folder h2 a{text-decoration:none}
.folder h2 a::after{content:"";position:absolute;inset:0}
.folder li:hover h2 a{text-decoration:underline}
.folder p{margin:0 0 .3rem}
.folder .leads{line-height:1.35}
.folder .leads b{font-size:1.2rem;color:var(--series,var(--ink));font-variant-numeric:tabular-nums}
.folder .leads span,.folder .told{color:var(--muted)}
.folder .told{font-size:.85rem;margin-top:.25rem}
.shares{display:block;border-radius:2px}
.shares .fill{stroke:var(--surface);stroke-width:1}
.badges{display:flex;flex-wrap:wrap;gap:.4rem}
@media (min-width:48rem){.folder li{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
.findings ol{padding-left:1.6rem;font-size:.95rem}
.findings li+li{margin-top:.7rem}
.remedy{display:block}
.standard{display:block;color:var(--muted);font-size:.88em}
details>summary{cursor:pointer;color:var(--link);font-size:.9rem;padding:.25rem 0;width:fit-content}
details[open]>summary{margin-bottom:.5rem}
`;
