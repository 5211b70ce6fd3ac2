/** The frame of the page: measure, columns, header, contents, foot. */
export const layoutStyle = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{--cover:var(--paper);margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
header,main,footer{max-width:74rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
main:focus{outline:none}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
:target{scroll-margin-top:1rem}
li:target,tr:target,.item:target{background:var(--watch-ground)}
.skip{position:absolute;left:1rem;top:-10rem;background:var(--surface);color:var(--link);padding:.5rem 1rem;z-index:2;border:1px solid var(--rule)}
.skip:focus{top:.5rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{padding-top:clamp(1rem,3vw,2rem)}
h1{font:600 clamp(1.55rem,1.1rem + 1.9vw,2.3rem)/1.18 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;letter-spacing:-.01em;margin:0;max-width:26em;text-wrap:balance}
.question{font-size:1.1rem;color:var(--ink);margin:.5rem 0 0;max-width:60ch}
.meta{color:var(--muted);font-size:.9rem;margin:.6rem 0 0;display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem 1.25rem}
.tlp{margin:0 0 .75rem;font-size:.8rem;font-weight:700;letter-spacing:.04em}
.tlp span{background:#000;color:#fff;padding:.2rem .5rem;border-radius:2px;display:inline-block}
.tlp.red span{color:#ff5a5a}
.tlp.amber span{color:#ffc000}
.tlp.green span{color:#33ff00}
header+main{padding-top:.6rem}
#bottom-line{--cover:var(--surface);margin-top:1.25rem;padding:clamp(1rem,2.5vw,1.6rem);background:var(--surface);border:1px solid var(--line);border-top:4px solid var(--link);border-radius:4px}
#bottom-line>h2{margin:0 0 .4rem;font-size:.8rem;line-height:1.3;font-weight:700;letter-spacing:.09em;text-transform:uppercase;color:var(--muted)}
.answer p{font-size:1.12rem;line-height:1.5;margin:0 0 1rem;max-width:72ch}
#bottom-line .said{font-size:.95rem;color:var(--muted);margin-bottom:.2rem}
.verdict{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem 2.5rem}
.verdict .picture{margin:0}
.verdict .summary{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.verdict figcaption{margin-bottom:.35rem}
.lead-title{font-size:1.12rem;font-weight:600;line-height:1.3;margin:0}
.lead-value{margin:.1rem 0 .4rem;display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .6rem;color:var(--series)}
.lead-value b{font-size:clamp(3rem,2.2rem + 3vw,4.25rem);line-height:1.05;font-weight:700;letter-spacing:-.03em;font-variant-numeric:tabular-nums}
.lead-value span{font-size:1.25rem;font-weight:600}
.resolved{margin:0 0 .4rem;color:var(--muted);font-size:.95rem}
.lead-outcome{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25;font-weight:700;color:var(--series);letter-spacing:-.01em}
.lead ul{list-style:none;margin:0;padding:0;font-size:.95rem;line-height:1.45}
.lead li+li{margin-top:.3rem}
.briefs{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1rem 2rem;margin-top:1.1rem;padding-top:1rem;border-top:1px solid var(--line)}
.brief h3{font-size:.95rem;margin:0 0 .25rem}
.brief ul{margin:0;padding:0;list-style:none;font-size:.95rem;line-height:1.45}
.brief li{padding-left:.9rem;position:relative}
.brief li::before{content:"";position:absolute;left:0;top:.62em;width:.4rem;height:2px;background:var(--rule)}
.brief li+li{margin-top:.35rem}
.brief .none{margin:0}
.chapters{margin-top:2rem}
#contents{font-size:.92rem;line-height:1.4;margin-bottom:2rem}
#contents p{margin:0 0 .4rem;font-weight:600;color:var(--muted);font-size:.8rem;letter-spacing:.09em;text-transform:uppercase}
#contents ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
#contents li{margin:0}
#contents a{text-decoration:none;display:inline-block;padding:.2rem 0;min-height:1.5rem}
#contents a:hover{text-decoration:underline}
.text{min-width:0}
section+section{margin-top:3rem}
footer{margin-top:3.5rem;padding-block:1.5rem 2.5rem;color:var(--muted);font-size:.9rem}
footer::before{content:"";display:block;border-top:1px solid var(--line);margin-bottom:1.5rem}
footer h2{font-size:1rem;margin:0;color:var(--ink)}
footer p,footer ul{max-width:72ch}
footer dl{margin:.5rem 0}
footer dl div{display:flex;flex-wrap:wrap;gap:0 .75rem}
footer dt{min-width:6rem;font-weight:600}
footer dd{margin:0;overflow-wrap:anywhere;min-width:0}
footer .tlp{margin:1rem 0 0}
@media (min-width:48rem){
.verdict{grid-template-columns:minmax(13rem,4fr) minmax(0,9fr);align-items:start}
}
@media screen and (min-width:70rem){
.chapters{display:grid;grid-template-columns:12.5rem minmax(0,1fr);gap:3rem}
#contents{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow:auto;margin:0}
#contents ul{display:block;border-left:2px solid var(--line)}
#contents a{display:block;padding:.28rem 0 .28rem .8rem}
}
`;
