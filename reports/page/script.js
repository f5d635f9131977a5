"use strict";
// The page is complete without this: here are filters, keys, copying, sorting, and building long parts when opened.
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const language = () => document.querySelector("input[name=lang]:checked").value;
  const words = (zh, en) => (language() === "zh" ? zh : en);
  const memory = {
    get(key) { try { return localStorage.getItem("crossfoot-" + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("crossfoot-" + key, value); } catch { /* a page on disk may have none */ } },
  };

  // Language and theme: radios do the work in CSS; here they are remembered.
  for (const name of ["lang", "theme"]) {
    const saved = name === "theme" ? memory.get(name) : null;
    if (saved && $(name + "-" + saved)) $(name + "-" + saved).checked = true;
    for (const input of all(`input[name=${name}]`)) {
      input.addEventListener("change", () => {
        memory.set(name, input.value);
        apply();
      });
    }
  }

  function apply() {
    root.lang = root.dataset.lang = language();
    root.dataset.theme = document.querySelector("input[name=theme]:checked").value;
    show();
  }

  // Long parts wait as text in <noscript>; its text is the markup that a browser without script would have shown.
  function build(part) {
    const waiting = part.querySelector(":scope > noscript");
    if (!waiting) return;
    const template = document.createElement("template");
    template.innerHTML = part.id === "claims" ? claims.take(waiting.textContent) : waiting.textContent;
    waiting.replaceWith(template.content);
    settle(part);
  }
  function settle(part) {
    for (const shown of all(".card, .pair", part)) {
      const row = rowOf.get(shown.id.replace(/^x-/, ""));
      if (row) shown.hidden = row.item.hidden;
    }
    for (const doc of part.matches(".doc") ? [part] : all(".doc", part)) {
      const cards = all(".card > details", doc);
      if (cards.length > 4) cards.forEach((card, index) => { card.open = index === 0; });
    }
    if (part.matches(".group")) articles();
    if (part.id === "claims") claims.start();
  }
  document.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.matches(".list, .group, .quiet")) build(event.target);
  }, true);

  // Findings and filters.
  const rows = all("#rows > li").map((item) => ({
    item,
    anchor: item.dataset.f,
    text: item.textContent.toLowerCase(),
    state: [item.dataset.state],
    check: [item.dataset.check],
    doc: item.dataset.doc.split(" "),
    measure: item.dataset.measure.split(" "),
  }));
  const rowOf = new Map(rows.map((row) => [row.anchor, row]));
  const boxes = all("input[data-facet]");
  const facets = ["state", "check", "doc", "measure"];
  const asked = () => $("query").value.trim().toLowerCase();
  const chosen = () => Object.fromEntries(facets.map((facet) => [facet, new Set(
    boxes.filter((box) => box.checked && box.dataset.facet === facet).map((box) => box.value))]));
  const matches = (row, sets, query, except) => (!query || row.text.includes(query)) && facets.every((facet) =>
    facet === except || !sets[facet].size || row[facet].some((value) => sets[facet].has(value)));

  function filter() {
    const sets = chosen();
    const query = asked();
    for (const row of rows) {
      row.item.hidden = !matches(row, sets, query);
      for (const shown of [$(row.anchor), $("x-" + row.anchor)]) if (shown) shown.hidden = row.item.hidden;
    }
    counts(sets, query);
    articles(sets, query);
    show();
  }
  function counts(sets, query) {
    const tallies = Object.fromEntries(facets.map((facet) => [facet, new Map()]));
    for (const facet of facets) {
      for (const row of rows) {
        if (!matches(row, sets, query, facet)) continue;
        for (const value of new Set(row[facet])) tallies[facet].set(value, (tallies[facet].get(value) || 0) + 1);
      }
    }
    for (const box of boxes) {
      const output = box.parentElement.querySelector("output");
      const count = tallies[box.dataset.facet].get(box.value) || 0;
      if (output) output.textContent = count;
      box.closest("li").classList.toggle("empty", !count);
    }
  }
  // Articles without a finding left are hidden; without a choice of findings, those whose words match stay.
  function articles(sets = chosen(), query = asked()) {
    const filtered = facets.some((facet) => sets[facet].size);
    const kept = new Set(rows.filter((row) => !row.item.hidden).flatMap((row) => row.doc.map(Number)));
    const escaped = query.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    const says = (part) => !filtered &&
      part.textContent.toLowerCase().includes(part.querySelector(":scope > noscript") ? escaped : query);
    const stays = (part) => (!filtered && !query) || says(part);
    for (const part of all(".doc")) part.hidden = !(kept.has(Number(part.dataset.doc)) || stays(part));
    for (const part of all(".group")) {
      const holds = [...kept].some((doc) => doc >= Number(part.dataset.first) && doc <= Number(part.dataset.last));
      part.hidden = !(holds || stays(part));
    }
  }
  function show() {
    const visible = rows.filter((row) => !row.item.hidden).length;
    $("shown").textContent = words(`${visible} 项`, `${visible} shown`);
    if ($("none")) $("none").hidden = visible > 0;
    claims.tell();
  }
  let pause;
  $("query").addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(filter, 120); });
  for (const box of boxes) box.addEventListener("change", filter);
  if ($("clear")) $("clear").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    $("query").value = "";
    filter();
  });

  // Going to a place on the page, also one not built yet.
  const groupOf = (id) => all(".group").find((part) => Number(id) <= Number(part.dataset.last));
  function owner(id) {
    if (rowOf.has(id)) return groupOf(rowOf.get(id).doc[0]);
    const article = /^d(\d+)([cm]\d+)?$/.exec(id);
    if (article) return groupOf(article[1]);
    return all(".list[data-owns]").find((part) => part.dataset.owns && new RegExp(`^${part.dataset.owns}[\\d-]`).test(id));
  }
  function go(id) {
    const part = $(id) ? null : owner(id);
    if (part) build(part);
    const target = $(id);
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at.matches("details")) { at.open = true; build(at); }
    }
    if (target.matches(".card")) select(target);
    else {
      requestAnimationFrame(() => target.scrollIntoView({ block: target.matches(".g") ? "center" : "start" }));
    }
  }
  const fromHash = () => { if (location.hash.length > 1) go(decodeURIComponent(location.hash.slice(1))); };
  addEventListener("hashchange", fromHash);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    if (link.matches(".explain")) { event.preventDefault(); explain(link); return; }
    if (link.matches(".g:not(:has(sup))") && /c\d+$/.test(link.id)) { event.preventDefault(); reading(link); return; }
    const id = decodeURIComponent(link.getAttribute("href").slice(1));
    if (location.hash.slice(1) === id || !$(id)) { event.preventDefault(); history.replaceState(null, "", "#" + id); go(id); }
  });

  // The finding being looked at: its card, its row, its figures in the text.
  let now = null;
  function select(card) {
    for (const marked of all(".now, .g.lit")) marked.classList.remove("now", "lit", "first", "other");
    now = card.id;
    card.classList.add("now");
    card.querySelector("details").open = true;
    if (rowOf.has(now)) rowOf.get(now).item.classList.add("now");
    for (const link of all("blockquote a", card)) {
      const figure = $(link.getAttribute("href").slice(1));
      if (figure) figure.classList.add("lit", link.firstChild.className);
    }
    card.focus({ preventScroll: true });
    requestAnimationFrame(() => card.scrollIntoView({ block: "start" }));
  }
  function step(by) {
    const visible = rows.filter((row) => !row.item.hidden);
    if (!visible.length) return;
    const at = visible.findIndex((row) => row.anchor === now);
    const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(Math.max(at + by, 0), visible.length - 1);
    history.replaceState(null, "", "#" + visible[next].anchor);
    go(visible[next].anchor);
  }
  function explain(link) {
    const card = link.closest(".card");
    const open = card.querySelector(".help");
    if (open) { open.remove(); return; }
    build($("checks"));
    const source = $(link.getAttribute("href").slice(1));
    if (!source) return;
    const help = document.createElement("div");
    help.className = "help";
    help.append(...[...source.querySelector("dd").cloneNode(true).childNodes]);
    card.querySelector(".acts").after(help);
  }

  // A figure that no finding cites: how it was read, and the way to what became of it.
  function reading(link) {
    build($("claims"));
    const cells = claims.cells(Number(/c(\d+)$/.exec(link.id)[1]));
    const list = document.createElement("dl");
    for (const [column, head] of all("#claims th").entries()) {
      const cell = cells[column];
      if (!cell || !cell.textContent.trim() || column === 0) continue;
      const name = document.createElement("dt");
      const value = document.createElement("dd");
      name.append(...(head.querySelector("button") || head).cloneNode(true).childNodes);
      value.append(...cell.childNodes);
      list.append(name, value);
    }
    for (const marked of all(".g.lit")) marked.classList.remove("lit", "first", "other");
    link.classList.add("lit", "first");
    $("reading-text").replaceChildren(list);
    $("reading-link").href = link.getAttribute("href");
    for (const state of ["corroborated", "unchecked"]) $("reading-" + state).hidden = !link.matches("." + state);
    $("reading").hidden = false;
  }
  const closeReading = () => { $("reading").hidden = true; };
  $("reading-close").addEventListener("click", closeReading);
  $("reading-link").addEventListener("click", closeReading);

  // Copying.
  const seen = (node) => {
    if (!node) return "";
    const copy = node.cloneNode(true);
    for (const other of all(`i[lang]:not([lang=${language()}]), .vh`, copy)) other.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  function note(card) {
    const severity = [...card.classList].find((name) => ["error", "warning", "note", "accepted"].includes(name));
    const names = { error: ["错误", "Error"], warning: ["警示", "Warning"], note: ["提示", "Note"], accepted: ["已核", "Accepted"] };
    const lines = [`【${words(...names[severity])}】${seen(card.querySelector(".msg"))}`];
    for (const quote of all("blockquote", card)) {
      lines.push(`${words("《", "“")}${(seen(quote.querySelector("cite")) || card.dataset.doc)}${words("》", "”")} ${seen(quote.querySelector(".at"))}${words("：", ": ")}${seen(quote.querySelector("p"))}`);
    }
    for (const sum of all(".sums li", card)) lines.push(words("核算：", "Sum: ") + seen(sum));
    for (const fact of all(".facts .gap", card)) lines.push(seen(fact.querySelector("dt")) + words("：", ": ") + seen(fact.querySelector("dd")));
    const why = all(".why li", card).map(seen);
    if (why.length) lines.push(words("可能的解释：", "Possible explanations: ") + why.join(words("；", "; ")));
    lines.push(words("编号：", "Id: ") + card.dataset.id);
    return lines.join("\n");
  }
  async function copy(text, done) {
    try { await navigator.clipboard.writeText(text); } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    $("said").textContent = done;
    clearTimeout(copy.timer);
    copy.timer = setTimeout(() => { $("said").textContent = ""; }, 2500);
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".copy, .copy-id");
    if (!button) return;
    const card = button.closest(".card");
    if (button.matches(".copy")) copy(note(card), words("已复制，可以直接发给编辑", "Copied as a note"));
    else copy(card.dataset.id, words("已复制编号", "Id copied"));
  });

  // The claim table: rows are kept as text and a few hundred are shown at a time.
  const claims = {
    chunk: 300, source: null, view: [], limit: 300,
    // Of the markup of the whole table: keeps its rows, hands back the rest.
    take(markup) {
      const begin = markup.indexOf("<tbody>") + 7;
      const end = markup.indexOf("</tbody>", begin);
      this.source = markup.slice(begin, end).split("\n").filter((row) => row.startsWith("<tr"));
      return markup.slice(0, begin) + markup.slice(end);
    },
    start() {
      const body = document.querySelector("#claims tbody");
      if (!body || this.body) return;
      this.body = body;
      this.source ??= body.innerHTML.split("\n").filter((row) => row.startsWith("<tr"));
      this.rows = this.source;
      for (const [column, head] of all("#claims th").entries()) {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.firstChild.childNodes);
        head.replaceChildren(button);
        button.addEventListener("click", () => this.sort(column, head));
      }
      $("claim-query").addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(() => this.filter(), 150); });
      $("claim-more").addEventListener("click", () => { this.limit += this.chunk; this.draw(); });
      this.view = this.source;
      this.draw();
    },
    cells(ordinal) {
      if (!this.body) this.start();
      const holder = document.createElement("tbody");
      holder.innerHTML = this.rows[ordinal];
      return holder.querySelectorAll("td");
    },
    plain(row) { return row.replace(/<[^>]*>/g, " ").toLowerCase(); },
    filter() {
      const query = $("claim-query").value.trim().toLowerCase().replace(/&/g, "&amp;").replace(/</g, "&lt;");
      this.texts ??= new Map();
      const text = (row) => this.texts.get(row) ?? (this.texts.set(row, this.plain(row)), this.texts.get(row));
      this.view = query ? this.source.filter((row) => text(row).includes(query)) : this.source;
      this.limit = this.chunk;
      this.draw();
    },
    sort(column, head) {
      const descending = head.getAttribute("aria-sort") === "ascending";
      for (const other of all("#claims th")) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const numeric = head.dataset.sort === "number";
      const key = (row) => {
        const cell = row.split("<td")[column + 1];
        return numeric ? Number(/data-v="([^"]*)"/.exec(cell)[1]) : cell.replace(/^[^>]*>/, "").replace(/<[^>]*>/g, "");
      };
      const compare = numeric ? (a, b) => a[0] - b[0] : (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
      this.source = this.source.map((row, index) => [key(row), index, row])
        .sort((a, b) => (descending ? -compare(a, b) : compare(a, b)) || a[1] - b[1]).map((entry) => entry[2]);
      this.filter();
    },
    draw() {
      this.body.innerHTML = this.view.slice(0, this.limit).join("\n");
      $("claim-more").hidden = this.view.length <= this.limit;
      this.tell();
    },
    tell() {
      if (!this.body) return;
      $("claim-shown").textContent = words(`${this.view.length} / ${this.source.length} 条`, `${this.view.length} of ${this.source.length}`);
    },
    everything() { if (this.body) { this.limit = Infinity; this.draw(); } },
  };

  // Print opens everything and puts it back.
  let opened = [];
  function openAll() {
    opened = all("details:not([open])");
    for (const part of all(".list, .group, .quiet")) build(part);
    opened.push(...all("details:not([open])").filter((part) => !opened.includes(part)));
    for (const part of opened) part.open = true;
    claims.everything();
  }
  addEventListener("beforeprint", openAll);
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
    opened = [];
    if (claims.body) { claims.limit = claims.chunk; claims.draw(); }
  });
  $("print").addEventListener("click", () => print());

  // Keys.
  const help = $("help");
  const toggleHelp = () => (help.open ? help.close() : help.showModal());
  $("help-open").addEventListener("click", toggleHelp);
  $("help-close").addEventListener("click", toggleHelp);
  const keys = {
    j: () => step(1), k: () => step(-1), p: () => print(), "?": toggleHelp,
    "/": () => { $("query").focus(); $("query").select(); },
    c: () => { const card = now && $(now); if (card) copy(note(card), words("已复制，可以直接发给编辑", "Copied as a note")); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input[type=search]");
    if (event.key === "Escape") { closeReading(); if (typing) event.target.blur(); return; }
    if (typing || (help.open && event.key !== "?") || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  if (matchMedia("(max-width: 1020px)").matches) for (const part of all(".filters, .quiet")) part.open = false;
  for (const part of all(".group[open], .list[open], .quiet[open]")) build(part);
  for (const part of all("#articles, #claims")) settle(part);
  apply();
  if (boxes.some((box) => box.checked) || asked()) filter(); // a browser may put back what was chosen before
  fromHash();
})();
