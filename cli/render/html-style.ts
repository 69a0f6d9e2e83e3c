/** The page's whole style, for light and dark screens and for paper. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --ground: #f7f8fa; --paper: #ffffff; --ink: #17202c; --soft: #5b6878; --line: #dfe4ea;
  --green: #16794c; --red: #c0322b; --amber: #9a6200; --blue: #1f5fbf;
  --public: #fff6e3; --public-line: #e9c777; --private: #eaf2ff; --private-line: #a9c6f3;
  --isolated: #eaf7f0; --isolated-line: #9fd3b7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10151c; --paper: #171e27; --ink: #e6ebf1; --soft: #95a2b3; --line: #2a3440;
    --green: #4cc38a; --red: #ff7b72; --amber: #e2b04a; --blue: #79aefc;
    --public: #2a2417; --public-line: #6d5822; --private: #172338; --private-line: #33527f;
    --isolated: #14281f; --isolated-line: #2f6149;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 40px 24px 80px; }
h1 { font-size: 28px; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 18px; margin: 44px 0 14px; letter-spacing: -0.005em; }
header p { margin: 4px 0 0; color: var(--soft); }
.badge { display: inline-block; margin-left: 10px; padding: 2px 12px; border-radius: 999px; font-size: 14px;
  font-weight: 600; vertical-align: 4px; color: #fff; background: var(--green); }
.badge.stopped { background: var(--red); }
@media (prefers-color-scheme: dark) { .badge { color: #10151c; } }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 14px; margin-top: 26px; }
.card, .panel { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; }
.card { padding: 14px 18px; }
.card b { display: block; font-size: 26px; line-height: 1.25; font-variant-numeric: tabular-nums; }
.card span { color: var(--soft); font-size: 14px; }
.panel { padding: 16px; overflow-x: auto; }
.panel + .panel { margin-top: 14px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 7px 12px; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { color: var(--soft); font-weight: 600; font-size: 13px; }
tbody tr:last-child > * { border-bottom: 0; }
td.number, th.number { text-align: right; white-space: nowrap; }
td.flow { text-align: center; color: var(--green); font-weight: 600; }
td.flow.none { color: var(--line); font-weight: 400; }
.usage { color: var(--soft); }
.total > * { font-weight: 700; border-top: 2px solid var(--line); }
.note { color: var(--soft); font-size: 13px; margin: 12px 2px 0; }
.finding { padding: 16px 18px; border-left: 5px solid var(--amber); }
.finding.binding { border-left-color: var(--red); }
.finding h3 { margin: 0 0 4px; font-size: 15px; }
.finding h3 small { font-weight: 400; color: var(--soft); margin-left: 8px; }
.finding p { margin: 4px 0; }
.finding code { color: var(--blue); overflow-wrap: anywhere; }
.finding ul { margin: 6px 0; padding-left: 20px; color: var(--soft); }
code { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
details > summary { cursor: pointer; color: var(--soft); }
details[open] > summary { margin-bottom: 10px; }
svg.network { display: block; width: 100%; height: auto; min-width: 640px;
  font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
svg text { fill: var(--ink); }
svg .vpc { fill: none; stroke: var(--soft); stroke-width: 1.5; }
svg .vpc-name { font-weight: 700; font-size: 15px; }
svg .cidr, svg .zone, svg .kind { fill: var(--soft); font-size: 12px; }
svg .subnet.public { fill: var(--public); stroke: var(--public-line); }
svg .subnet.private { fill: var(--private); stroke: var(--private-line); }
svg .subnet.isolated { fill: var(--isolated); stroke: var(--isolated-line); }
svg .subnet-name { font-size: 12.5px; font-weight: 600; }
svg .tier-name { font-weight: 700; }
svg .tier-access { font-size: 12px; fill: var(--soft); }
svg .chip, svg .internet { fill: var(--paper); stroke: var(--soft); }
svg .natGateway .chip, svg .gateway .chip { stroke-dasharray: 4 3; }
svg .member-name { font-weight: 600; }
svg .flow { fill: none; stroke: var(--green); stroke-width: 1.8; }
svg .flow.open { stroke: var(--amber); stroke-dasharray: 5 4; }
svg marker.certain path { fill: var(--green); }
svg marker.open path { fill: var(--amber); }
svg .plate { fill: var(--paper); stroke: var(--green); }
svg .flow-label.open .plate { stroke: var(--amber); }
svg .ports { font-size: 12px; font-weight: 700; fill: var(--green); }
svg .flow-label.open .ports { fill: var(--amber); }
@media print { body { background: #fff; } main { padding: 0; } .panel, .card { break-inside: avoid; } }
`;
