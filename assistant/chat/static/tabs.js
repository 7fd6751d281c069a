/* The tabs beside the conversation: the register of targets, and the claim check. What the server
   sends is HTML with everything of a text escaped; nothing here builds markup from text. */
"use strict";

Object.assign(hoidap, (() => {
  const { $, $$, range, open, sheet, cite, save, announce } = hoidap.kit;
  const OFFLINE = "Chưa liên lạc được với máy chủ; bạn hãy thử lại sau giây lát.";
  const PAUSE = 120; // milliseconds without a key before a filter is asked for

  /* ---- Chỉ tiêu ---- */

  async function targets(element, server) {
    const box = $(".hd-register", element);
    try {
      box.innerHTML = await server.form({});
    } catch {
      box.textContent = OFFLINE;
      return;
    }
    const form = $("form", box);
    if (form) register(box, form, server);
  }

  function register(box, form, server) {
    const view = document.createElement("div");
    view.className = "hd-view";
    box.append(view);
    let shape = "table", latest = 0, pause = 0;
    const wanted = () => Object.fromEntries(new FormData(form));

    async function show(first) {
      const mine = ++latest;
      let got;
      try {
        got = await server.view({ ...wanted(), shape, first });
      } catch {
        got = { html: "", tally: OFFLINE };
      }
      if (mine !== latest) return; // something else was asked for meanwhile
      if (first) add(view, got.html, first);
      else view.innerHTML = got.html;
      $(".hd-tally", form).textContent = got.tally;
      const rows = $$(".hd-row", view);
      rows.forEach((row, at) => { row.tabIndex = at === first ? 0 : -1; });
      if (first) rows[first]?.focus();
    }

    form.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(show, PAUSE, 0);
    });
    form.addEventListener("submit", (event) => { event.preventDefault(); show(0); });
    form.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.dataset.shape) {
        shape = button.dataset.shape;
        for (const each of $$("[data-shape]", form)) each.setAttribute("aria-pressed", String(each === button));
        show(0);
      }
      if (button?.dataset.save) keep(button, wanted(), server);
    });
    view.addEventListener("click", (event) => {
      const row = event.target.closest("tr[data-doc]"), more = event.target.closest(".hd-more");
      if (more) show(+more.dataset.first);
      else if (row && !String(getSelection())) openRow(view, row);
    });
    view.addEventListener("keydown", (event) => walk(event, $$(".hd-row", view)));
    show(0);
  }

  function add(view, html, first) {
    const more = document.createElement("template");
    more.innerHTML = html;
    $(".hd-more", view)?.remove();
    $("tbody", view).append(...$$("tr", $("tbody", more.content)));
    const next = $(".hd-more", more.content);
    if (next) view.append(next);
  }

  function openRow(view, row) {
    for (const each of $$("tr[aria-current]", view)) each.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    for (const each of $$(".hd-row", view)) each.tabIndex = each === $(".hd-row", row) ? 0 : -1;
    $(".hd-row", row).focus({ preventScroll: true });
    for (const chip of $$('.hd-chip[aria-pressed="true"]')) chip.setAttribute("aria-pressed", "false");
    open(row.dataset.doc, range(row.dataset.s), range(row.dataset.key));
    sheet(true);
  }

  /* Up and down go from row to row; only one of them is a stop of the Tab key. */
  function walk(event, rows) {
    const at = rows.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (at < 0 || to === undefined || !rows[to]) return;
    event.preventDefault();
    rows[at].tabIndex = -1;
    rows[to].tabIndex = 0;
    rows[to].focus();
  }

  async function keep(button, wanted, server) {
    const format = button.dataset.save;
    button.disabled = true;
    button.setAttribute("aria-busy", "true");
    try {
      const file = await server.keep({ ...wanted, format });
      if (file) save(file, `chi-tieu.${format}`, format === "svg" ? "image/svg+xml" : "text/csv");
      announce(file ? "Đã tải về." : "Không có chỉ tiêu nào để tải.");
    } catch {
      announce(OFFLINE);
    }
    button.disabled = false;
    button.removeAttribute("aria-busy");
    button.focus();
  }

  /* ---- Kiểm chứng ---- */

  function claims(element, watch) {
    watch("value", () => {
      if ($("[aria-busy]", element)) return;
      const said = $(".hd-tally, .hd-notice", element);
      if (said) announce(said.textContent);
      const chip = $(".hd-refuted .hd-chip", element) || $(".hd-chip", element);
      if (chip) cite(chip, false);
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    if (event.target.matches("#hd-statement textarea")) $("#hd-check").click();
  });

  return { targets, claims };
})());
