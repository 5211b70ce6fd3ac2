/** Paper (A4) and the colours that a reader's system forces on a page. */
export const paperStyle = `
@page{size:A4;margin:18mm 16mm 18mm;@top-left{font:8pt system-ui,sans-serif;color:#555c68}@top-right{font:700 8pt system-ui,sans-serif;color:#1b2029}@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#555c68}}
@media print{
:root{--paper:#fff;--surface:#fff}
html{font-size:10pt}
body{line-height:1.45}
body,.fill,.ground,svg,.badge,.card,.callout,.id,.grade{-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,main,footer{max-width:none;padding-inline:0}
header{padding-top:0}
.skip,#contents,.picture details{display:none}
.tlp span{background:none;color:#000!important;border:1.5px solid #000}
h2,h3,h4,h5,h6,caption,figcaption,.callout-title,.group-title{break-after:avoid}
figure:not(.long),.scroll.short,footer,.callout,.card,.link,.rung,.item,.event,.group li,.bars>li,tr,.sources li,.brief li,.lead,.answer{break-inside:avoid}
thead{display:table-header-group;break-after:avoid}
tbody tr:first-child{break-before:avoid}
.scroll{overflow:visible;background:none}
table{min-width:0;font-size:8.5pt}
p,li{orphans:3;widows:3}
a{color:inherit;text-decoration:none}
a.mention{font-weight:inherit}
.text p,.text ul,.text ol,.text dl,.callout{max-width:none}
.sources a[href^="http"]::after{content:" <" attr(href) ">";font-weight:400;overflow-wrap:anywhere}
.findings::details-content{content-visibility:visible;display:block;block-size:auto}
.findings>summary{list-style:none;color:inherit;font-weight:600}
section+section{margin-top:8mm}
.verdict{grid-template-columns:minmax(0,1fr) minmax(0,3.2fr);column-gap:6mm}
#bottom-line{padding:4mm 5mm;margin-top:4mm}
.briefs{margin-top:3mm;padding-top:3mm;grid-template-columns:repeat(auto-fit,minmax(45mm,1fr));gap:5mm}
.brief ul{font-size:.88rem;line-height:1.4}
.cards{grid-template-columns:repeat(2,minmax(0,1fr))}
.answer p{font-size:1.05rem;margin-bottom:3mm}
}
@media (forced-colors:active){
.drawing svg text{fill:CanvasText}
.fill,.group .dot,.dots .dot{fill:Highlight}
.ground{fill:Canvas;stroke:CanvasText}
.bracket line,.tick path,.axis,.step,.range,.cross{stroke:CanvasText}
.badge,.id,.card,.link{border:1px solid CanvasText}
}
@media (prefers-contrast:more){:root{--muted:var(--ink);--line:var(--rule)}}
`;
