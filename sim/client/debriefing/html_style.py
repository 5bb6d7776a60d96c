"""How a saved page looks: light on paper and by default, dark where a reader's machine is."""

from collections.abc import Mapping

from sim.client.view.drawing.palette import palette_file

LIGHT = {
    "bg": "#ffffff", "panel": "#ffffff", "track": "#e2e7eb", "line": "#c3ccd4", "ink": "#1b242c", "dim": "#47525c",
    "faint": "#5b6670", "paper": "#1b242c", "first": "#17568f", "second": "#8f4b0b", "warn": "#755700",
    "bad": "#a5331a", "good": "#1c6a4a", "neutral": "#64717d", "past": "#9aa7b3", "teal": "#cfe7de",
    "teal-line": "#4d8474", "road": "#6d6346",
}  # fmt: skip
"""The colours of the window by the same names, for a white ground."""


def _variables(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colours[name]};" for name in LIGHT)


DARK = {name: str(palette_file()["colours"][name]) for name in LIGHT}
RULES = """body{margin:0 auto;max-width:60rem;padding:2rem 1.5rem;background:var(--bg);color:var(--ink);
font:1rem/1.55 "PT Sans","Noto Sans","Segoe UI",sans-serif}
h1,h2{font-family:"PT Serif","Noto Serif",Georgia,serif;line-height:1.2}h1{font-size:2.4rem;margin:.2rem 0}
h2{font-size:1.5rem;margin:2.6rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.4rem 0 .3rem}p{margin:.4rem 0}a{color:var(--first)}
.over{font-weight:600;letter-spacing:.06em;text-transform:uppercase;font-size:.85rem}
.dim,.note{color:var(--dim)}.note{font:.95rem "PT Sans","Noto Sans",sans-serif}
nav ol{columns:2;padding-left:1.4rem}footer{margin-top:3rem;border-top:1px solid var(--line);font-size:.9rem}
footer p{overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:.6rem 0}th,td{padding:.25rem .8rem .25rem 0;vertical-align:top;
text-align:left;border-bottom:1px solid var(--line)}th{font-weight:400;min-width:9rem}
td.figure{font-weight:600;white-space:nowrap;font-variant-numeric:tabular-nums}td.bars{width:34%;min-width:8rem}
.bar{position:relative;display:block;height:.6rem;margin-top:.45rem;background:var(--track);border-radius:.3rem;
print-color-adjust:exact;-webkit-print-color-adjust:exact}
.bar i,.bar b{position:absolute;top:0;bottom:0}.bar i{border-radius:.3rem}
.bar b{width:2px;background:var(--ink)}
figure{margin:1rem 0}figure svg{max-width:100%;height:auto;font:12px "PT Sans","Noto Sans",sans-serif}
svg.key{width:24px;height:18px;vertical-align:middle}
.keys{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;margin:.3rem 0;color:var(--dim)}
@media print{body{max-width:none;padding:0;font-size:10pt}nav,.back{display:none}h2{break-after:avoid}
tr,figure{break-inside:avoid}a{color:inherit;text-decoration:none}}
@media (max-width:40rem){nav ol{columns:1}td.bars{display:none}}"""
DARK_RULES = f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}"
STYLE = "\n".join((f":root{{{_variables(LIGHT)}}}", DARK_RULES, RULES))
