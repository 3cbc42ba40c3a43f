// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/export/documentation/documentation_page.h"

namespace cadastre {

namespace {

constexpr char pageStyles[] = R"css(
:root{color-scheme:light dark;--paper:#ffffff;--text:#1d2430;--dim:#566070;--line:#d5dae2;
--soft:#f3f5f8;--link:#0b57b0;--mark:#fff0b3}
@media screen and (prefers-color-scheme:dark){:root{--paper:#15191f;--text:#e4e8ee;--dim:#a3adbb;
--line:#39424f;--soft:#1e242c;--link:#8ab8ff;--mark:#5b4a00}}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,"Noto Sans",sans-serif;margin:0;color:var(--text);
background:var(--paper);display:grid;grid-template-columns:18rem minmax(0,1fr);
overflow-wrap:anywhere}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-100rem}.skip:focus{left:.5rem;top:.5rem;background:var(--paper);
padding:.5rem;z-index:2}
.side{position:sticky;top:0;height:100vh;overflow:auto;padding:1rem;background:var(--soft);
border-right:1px solid var(--line)}
.side ul{list-style:none;padding:0;margin:.5rem 0}.side li{margin:.25rem 0}
.side h2{font-size:1rem;margin:1rem 0 0}
.side input{width:100%;font:inherit;padding:.4rem .6rem;color:inherit;background:var(--paper);
border:1px solid var(--dim);border-radius:6px}
.side label{font-weight:600}.hint,.dim{color:var(--dim);font-size:.875rem;margin:.25rem 0}
.results a{display:block;padding:.25rem .4rem;border-radius:4px;text-decoration:none}
.results a:hover,.results a:focus{background:var(--mark);color:var(--text)}
.results small{color:var(--dim);display:block}
main{padding:1.5rem 2rem 6rem;max-width:80rem}
h1,h2,h3,h4{line-height:1.25;margin:2em 0 .5em}h1{margin-top:0}
h2{border-bottom:2px solid var(--line);padding-bottom:.25rem}h4{margin:1.25em 0 .25em}
p{white-space:pre-line;margin:.5em 0}
.table{border-top:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 40rem;
scroll-margin-top:1rem}
.table>h3:target{background:var(--mark)}
table{border-collapse:collapse;margin:.75em 0;display:block;overflow-x:auto}
th,td{border:1px solid var(--line);padding:.3em .6em;text-align:left;vertical-align:top}
td{white-space:pre-line}th{background:var(--soft)}
pre{overflow-x:auto;background:var(--soft);border:1px solid var(--line);padding:.75rem;
border-radius:6px}
summary{cursor:pointer;color:var(--link)}
figure{margin:1em 0;overflow:auto;border:1px solid var(--line);border-radius:6px}
figure svg{display:block;max-width:none}figure.wide svg{max-width:100%;height:auto}
.diagram a:hover,.diagram a:focus{text-decoration:underline}
.diagram a:focus-visible{outline:3px solid var(--link)}
@media (max-width:55rem){body{display:block}.side{position:static;height:auto}main{padding:1rem}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{body{display:block;font-size:10pt}.side,.skip{display:none}main{padding:0;max-width:none}
h2{break-before:page}h3,h4,tr{break-after:avoid}.table{content-visibility:visible}
tr,figure{break-inside:avoid}figure svg{max-width:100%;height:auto}a{color:inherit;
text-decoration:none}table{display:table;width:100%}}
)css";

/// Texts are compared and shown as texts: nothing that a database says is ever markup.
constexpr char pageScript[] = R"js(
"use strict";
(function () {
  const field = document.getElementById("search");
  const list = document.getElementById("results");
  const said = document.getElementById("found");
  const most = 50;
  let sections = null;
  function words(group) {
    return Array.from(group.querySelectorAll(":scope > h2, :scope > p"), function (each) {
      return each.textContent.toLowerCase();
    }).join(" ");
  }
  function read() {
    sections = Array.from(document.querySelectorAll("main section.table, main section.group"), function (section) {
      const heading = section.querySelector("h2,h3");
      const rows = Array.from(section.querySelectorAll(":scope > table:first-of-type td:first-child"));
      return {
        id: heading.id,
        name: heading.textContent,
        low: heading.textContent.toLowerCase(),
        columns: rows.map(function (cell) { return cell.textContent; }),
        text: section.matches(".group") ? words(section) : section.textContent.toLowerCase()
      };
    });
  }
  function rank(section, words) {
    const whole = words.join(" ");
    if (!words.every(function (word) { return section.text.includes(word); })) return 0;
    if (section.low === whole) return 5;
    if (section.low.startsWith(whole)) return 4;
    if (words.every(function (word) { return section.low.includes(word); })) return 3;
    if (section.columns.some(function (name) { return name.toLowerCase().includes(whole); })) return 2;
    return 1;
  }
  function where(section, words) {
    const column = section.columns.find(function (name) {
      return words.some(function (word) { return name.toLowerCase().includes(word); });
    });
    if (column) return "column " + column;
    const at = section.text.indexOf(words[0]);
    return "\u2026" + section.text.slice(Math.max(0, at - 20), at + 50).replace(/\s+/g, " ") + "\u2026";
  }
  function search() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    list.replaceChildren();
    said.textContent = "";
    if (words.length === 0) return;
    if (sections === null) read();
    const found = sections
      .map(function (section) { return { section: section, rank: rank(section, words) }; })
      .filter(function (hit) { return hit.rank > 0; })
      .sort(function (a, b) { return b.rank - a.rank; });
    said.textContent = found.length === 0 ? "Nothing found."
      : found.length > most ? found.length + " found, the best " + most + " shown" : found.length + " found";
    found.slice(0, most).forEach(function (hit) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      const note = document.createElement("small");
      link.href = "#" + hit.section.id;
      link.textContent = hit.section.name;
      note.textContent = hit.rank < 3 ? where(hit.section, words) : "";
      link.append(note);
      item.append(link);
      list.append(item);
    });
  }
  function step(event, by) {
    const links = Array.from(list.querySelectorAll("a"));
    if (links.length === 0) return;
    const at = links.indexOf(document.activeElement) + by;
    event.preventDefault();
    if (at < 0) field.focus(); else links[Math.min(at, links.length - 1)].focus();
  }
  let later = 0;
  field.addEventListener("input", function () { clearTimeout(later); later = setTimeout(search, 80); });
  document.addEventListener("keydown", function (event) {
    const inside = event.target === field || list.contains(event.target);
    if (event.key === "/" && event.target !== field) { event.preventDefault(); field.focus(); field.select(); }
    else if (inside && event.key === "ArrowDown") step(event, 1);
    else if (inside && event.key === "ArrowUp") step(event, -1);
    else if (inside && event.key === "Enter" && event.target === field) { search(); step(event, 1); document.activeElement.click(); }
    else if (inside && event.key === "Escape") { field.value = ""; search(); field.focus(); }
  });
  document.querySelector("form[role=search]").addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (each) { each.open = true; });
  });
})();
)js";

} // namespace

QByteArray documentationStyles()
{
    return QByteArray(pageStyles).trimmed();
}

QByteArray documentationScript()
{
    return QByteArray(pageScript);
}

} // namespace cadastre
