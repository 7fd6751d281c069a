/* What the page does beside Gradio: lights up cited characters in the document, previews and
   copies citations, finds words in the document, opens deep links. No markup is ever built from
   text here: text goes in as text, and HTML comes escaped from the server. */
"use strict";

const hoidap = (() => {
  const state = { panel: null, props: null, server: null, waiting: null };
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const page = () => state.panel && $(".hd-page", state.panel);
  const range = (text) => {
    const found = /^(\d{1,9})-(\d{1,9})$/.exec(text || "");
    return found && +found[1] < +found[2] ? { start: +found[1], end: +found[2] } : null;
  };

  /* ---- marking characters: offsets are Unicode code points, the DOM counts UTF-16 units ---- */

  function unmark(kind) {
    for (const mark of $$(`mark.${kind}`, state.panel)) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  }

  /* Wrap the code points [from, to) of an element's text in <mark class="kind">. */
  function markWithin(element, from, to, kind) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces = [];
    let at = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let units = 0, first = -1, last = -1;
      for (const char of node.data) {
        if (at >= from && at < to) {
          if (first < 0) first = units;
          last = units + char.length;
        }
        at += 1;
        units += char.length;
      }
      if (first >= 0) pieces.push([node, first, last]);
    }
    return pieces.map(([node, first, last]) => {
      const middle = first ? node.splitText(first) : node;
      if (last - first < middle.data.length) middle.splitText(last - first);
      const mark = document.createElement("mark");
      mark.className = kind;
      middle.replaceWith(mark);
      mark.append(middle);
      return mark;
    });
  }

  /* Mark [start, end) of the document, across whatever paragraphs it touches. */
  function markSpan(span, kind) {
    return $$("[data-s]", page()).flatMap((element) => {
      const s = +element.dataset.s, e = +element.dataset.e;
      if (!(s < span.end && span.start < e)) return [];
      return markWithin(element, Math.max(span.start, s) - s, Math.min(span.end, e) - s, kind);
    });
  }

  function scrollTo(element) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  function light(span, key) {
    unmark("hd-key");
    unmark("hd-lit");
    const marks = markSpan(span, "hd-lit");
    const inner = key ? markSpan(key, "hd-key") : [];
    for (const mark of inner.length ? marks : []) mark.classList.add("hd-around");
    if (marks.length) scrollTo(inner[0] || marks[0]);
    return marks.length > 0;
  }

  /* ---- the document panel ---- */

  async function show(name, offset) {
    const shown = page();
    const here = shown && shown.dataset.doc === name &&
      offset >= +shown.dataset.from && offset < Math.max(+shown.dataset.to, 1);
    if (!here) {
      const html = await state.server.document({ name, offset });
      await new Promise((done) => {
        if (html === state.props.value) return done();
        state.props.value = html;
        setTimeout(done, 0); // rendered in a microtask
      });
      if (state.panel.scrollTo) state.panel.closest("#hd-panel").scrollTo(0, 0);
    }
    for (const card of $$(".hd-card")) card.dataset.open = String(card.dataset.doc === page()?.dataset.doc);
    return page() && page().dataset.doc === name;
  }

  async function open(name, span, key) {
    if (!state.server || !page()) {
      state.waiting = [name, span, key];
      return;
    }
    if (await show(name, span ? span.start : 0) && span) light(span, key);
  }

  function followLink() {
    const query = new URLSearchParams(location.search);
    const name = query.get("doc");
    if (!name) return;
    const span = range(query.get("s"));
    const number = query.get("p");
    sheet(true);
    open(name, span, null).then(() => {
      if (span || !/^\d{1,6}$/.test(number || "") || !page()) return;
      const paragraph = $(`[data-n="${number}"]`, page());
      if (paragraph) light({ start: +paragraph.dataset.s, end: +paragraph.dataset.e }, null);
    });
  }

  function panel(element, props, server, watch) {
    Object.assign(state, { panel: element, props, server });
    const region = element.closest("#hd-right");
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", "Văn bản");
    let linked = false;
    watch("value", () => {
      if (!page()) return;
      if (!linked) {
        linked = true;
        if (!state.waiting) followLink();
      }
      if (state.waiting) {
        const waiting = state.waiting;
        state.waiting = null;
        open(...waiting);
      }
    });
    element.addEventListener("change", (event) => {
      if (event.target.matches(".hd-pick")) open(event.target.value, null, null);
    });
    element.addEventListener("input", (event) => {
      if (event.target.matches(".hd-find input")) find(event.target.value);
    });
    element.addEventListener("keydown", (event) => {
      if (!event.target.matches(".hd-find input")) return;
      if (event.key === "Enter") { event.preventDefault(); step(event.shiftKey ? -1 : 1); }
      if (event.key === "Escape") { event.stopPropagation(); toggleFind(false); }
    });
  }

  /* ---- finding words in the document, diacritics or none ---- */

  const fold = (text) => [...text].map((char) =>
    char.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase()[0] || char);

  /* Mark the words in the part that is shown, and go to the first of them, or the last. */
  function find(words, last) {
    unmark("hd-found");
    const wanted = fold(words.trim());
    if (wanted.length > 1) {
      for (const element of $$("[data-s]", page())) {
        const text = fold(element.textContent);
        for (let at = text.length - wanted.length; at >= 0; at -= 1) {
          if (wanted.every((char, next) => text[at + next] === char)) {
            markWithin(element, at, at + wanted.length, "hd-found");
          }
        }
      }
    }
    step(0, last);
  }

  /* Go by so many finds; past the last of this part, to the next part that has any. */
  async function step(by, last) {
    const found = $$("mark.hd-found", page());
    const now = found.findIndex((mark) => mark.classList.contains("hd-here"));
    const typed = $(".hd-find input", page()).value.trim().length > 1;
    const parts = +page().dataset.parts > 1;
    const edge = by > 0 ? now === found.length - 1 : now <= 0;
    const gone = by && parts && typed && edge ? await elsewhere(by) : "";
    if (gone === "gone") return;
    const from = last ? found.length - 1 : Math.max(now, 0);
    const next = found.length ? (from + by + found.length) % found.length : -1;
    found.forEach((mark, at) => mark.classList.toggle("hd-here", at === next));
    if (next >= 0) scrollTo(found[next]);
    const none = parts && gone !== "nowhere" ? "Enter: tìm ở phần khác" : "Không thấy";
    $(".hd-count", page()).textContent = found.length ? `${next + 1}/${found.length}${parts ? " (phần này)" : ""}` : typed ? none : "";
  }

  async function elsewhere(by) {
    const here = page(), name = here.dataset.doc, words = $(".hd-find input", here).value;
    const offset = by > 0 ? +here.dataset.to : +here.dataset.from;
    const at = await state.server.seek({ name, words, offset, back: by < 0 });
    if (at < 0) return "nowhere";
    if (at >= +here.dataset.from && at < +here.dataset.to) return "";
    await show(name, at);
    toggleFind(true);
    $(".hd-find input", page()).value = words;
    find(words, by < 0);
    return "gone";
  }

  function toggleFind(wanted) {
    const bar = $(".hd-find", page());
    const shown = wanted === undefined ? bar.hidden : wanted;
    bar.hidden = !shown;
    $('[data-act="find"]', page()).setAttribute("aria-expanded", String(shown));
    if (shown) $("input", bar).focus();
    else { $("input", bar).value = ""; find(""); $('[data-act="find"]', page()).focus(); }
  }

  /* ---- citations ---- */

  function cite(chip, far) {
    for (const other of $$(".hd-chip")) other.setAttribute("aria-pressed", String(other === chip));
    const turn = chip.closest(".hd-a");
    for (const quote of $$(".hd-quote[data-cite]", turn)) quote.hidden = quote.dataset.cite !== chip.dataset.cite;
    const copy = $('[data-act="cite"]', turn), link = $('[data-act="link"]', turn);
    if (copy) copy.dataset.copy = chip.dataset.copy;
    if (link) link.setAttribute("href", chip.dataset.href);
    open(chip.dataset.doc, range(chip.dataset.s), range(chip.dataset.key));
    if (far) sheet(true);
  }

  const tip = document.createElement("div");
  tip.id = "hd-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;

  function preview(chip) {
    if (!tip.isConnected) document.body.append(tip);
    const from = document.createElement("small");
    from.textContent = chip.dataset.from;
    tip.replaceChildren(`“${chip.dataset.quote}”`, from);
    tip.hidden = false;
    chip.setAttribute("aria-describedby", "hd-tip");
    const box = chip.getBoundingClientRect(), own = tip.getBoundingClientRect();
    const above = box.top - own.height - 8;
    tip.style.top = `${above > 8 ? above : box.bottom + 8}px`;
    tip.style.left = `${Math.max(12, Math.min(box.left - 24, innerWidth - own.width - 12))}px`;
  }

  function unpreview() {
    tip.hidden = true;
    for (const chip of $$(".hd-chip[aria-describedby]")) chip.removeAttribute("aria-describedby");
  }

  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // no clipboard on plain http from another machine
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }

  async function copy(text, done) {
    await copyText(text);
    const said = done.textContent;
    if (said.startsWith("Đã chép")) return;
    done.textContent = "Đã chép ✓";
    announce("Đã chép.");
    setTimeout(() => { done.textContent = said; }, 1600);
  }

  /* Hand the user a file made here. */
  function save(text, name, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  async function download(name) {
    save(await state.server.source(name), `${name}.txt`, "text/plain");
  }

  /* ---- the conversation ---- */

  function announce(text) {
    const live = $("#hd-live");
    live.textContent = "";
    setTimeout(() => { live.textContent = text; }, 50);
  }

  /* The field may not be there yet; a phone's keyboard is not forced up unless asked for. */
  function focusQuestion(tries, asked) {
    const field = $("#hd-question textarea");
    if (field && (asked || innerWidth > 760)) field.focus({ preventScroll: true });
    else if (!field && tries) setTimeout(focusQuestion, 25, tries - 1, asked);
  }

  /* Under the last answer, once it is shown: what may be asked next. */
  async function suggest(turn, server) {
    if (!turn.dataset.key || !server?.suggest) return;
    let html = "";
    try {
      html = await server.suggest(turn.dataset.key);
    } catch { return; } // an answer stands without them
    if (!html || !turn.isConnected || turn.nextElementSibling) return;
    const next = document.createElement("div");
    next.className = "hd-next";
    next.innerHTML = html;
    turn.append(next);
  }

  function talk(element, watch, trigger, server) {
    examples(element, trigger);
    focusQuestion(40);
    let announced = 0;
    watch("value", () => {
      const turn = $$(".hd-turn", element).at(-1);
      document.dispatchEvent(new CustomEvent("hd-talk", { detail: element }));
      if (!turn) { announced = 0; return; }
      const box = element.closest("#hd-talk");
      const question = turn.firstElementChild;
      box.scrollTop += question.getBoundingClientRect().top - box.getBoundingClientRect().top - 12;
      if (turn.hasAttribute("aria-busy") || +turn.dataset.turn === announced) return;
      announced = +turn.dataset.turn;
      if ("restored" in turn.dataset) return; // nobody asked just now
      const said = $(".hd-box, .hd-notice", turn);
      const words = said.cloneNode(true);
      for (const chip of $$(".hd-chip", words)) chip.remove();
      announce(words.textContent);
      suggest(turn, server);
      const chip = $(".hd-chip", turn);
      if (chip) cite(chip, false);
    });
  }

  function examples(element, trigger) {
    element.addEventListener("click", (event) => {
      const chip = event.target.closest("[data-q]");
      if (chip) trigger("click", { question: chip.dataset.q, literal: "literal" in chip.dataset });
    });
  }

  /* ---- phones: the document is a sheet ---- */

  const button = document.createElement("button");
  button.id = "hd-sheet";
  button.type = "button";

  const narrow = () => matchMedia("(max-width: 760px)").matches;
  let opener = null;

  /* Open or close the sheet; the keyboard goes with it, and back to where it was. */
  function sheet(wanted) {
    const open = document.body.classList.contains("hd-sheet-open");
    const shown = wanted === undefined ? !open : wanted;
    document.body.classList.toggle("hd-sheet-open", shown);
    button.textContent = shown ? "Đóng" : "Văn bản";
    button.setAttribute("aria-expanded", String(shown));
    if (!narrow() || shown === open) return;
    if (shown) {
      opener = document.activeElement;
      button.focus({ preventScroll: true });
    } else if (opener && opener.isConnected && opener !== document.body) {
      opener.focus({ preventScroll: true });
    }
  }

  /* ---- getting about with the keyboard ---- */

  /* Arrows go from tab to tab, as people who use them expect. */
  function turnTab(event) {
    const tabs = $$('[role="tab"]', event.target.closest('[role="tablist"]'));
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = { Home: 0, End: tabs.length - 1 }[event.key]
      ?? (by && (tabs.indexOf(event.target) + by + tabs.length) % tabs.length);
    if (at === undefined) return;
    event.preventDefault();
    tabs[at].click();
    tabs[at].focus();
  }

  /* Skip links: to the open tab, or to the document (on a phone, its sheet). */
  function skip(to) {
    const place = to === "document" ? $("#hd-right") : $$('#hd-tabs [role="tabpanel"]').find((each) => each.offsetParent !== null);
    if (to === "document") sheet(true);
    place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
  }

  /* A paragraph's own link: light it up, put it in the address, copy it. */
  async function linkTo(anchor) {
    const paragraph = anchor.closest("[data-s]");
    light({ start: +paragraph.dataset.s, end: +paragraph.dataset.e }, null);
    history.replaceState(null, "", anchor.getAttribute("href"));
    await copyText(anchor.href);
    announce("Đã chép liên kết.");
    anchor.dataset.done = "✓";
    setTimeout(() => { delete anchor.dataset.done; }, 1600);
  }

  /* ---- one listener for every click ---- */

  document.addEventListener("click", (event) => {
    const target = event.target.closest("button, a");
    if (!target) return;
    const act = target.dataset.act;
    if (target === button) sheet();
    else if (target.matches(".hd-chip")) { cite(target, true); unpreview(); }
    else if (act === "cite") copy(target.dataset.copy, target);
    else if (act === "link" && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      copy(target.href, target);
    }
    else if (act === "here" && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      linkTo(target);
    }
    else if (target.dataset.skip) { event.preventDefault(); skip(target.dataset.skip); }
    else if (act === "find") toggleFind();
    else if (act === "unfind") toggleFind(false);
    else if (act === "next") step(1);
    else if (act === "before") step(-1);
    else if (act === "download") download(page().dataset.doc);
    else if (target.dataset.go) open(page().dataset.doc, { start: +target.dataset.go, end: +target.dataset.go + 1 }, null).then(() => unmark("hd-lit"));
    else if (target.dataset.open) {
      const end = target.dataset.end;
      open(target.closest(".hd-card").dataset.doc, end ? { start: +target.dataset.open, end: +end } : null, null);
      sheet(true);
    }
  });
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const chip = event.target.closest?.(".hd-chip");
      if (chip) preview(chip); else unpreview();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.target.matches?.('[role="tab"]')) turnTab(event);
    if (event.key !== "Escape") return;
    unpreview();
    sheet(false);
  });
  document.addEventListener("DOMContentLoaded", () => { document.body.append(button); sheet(false); });

  /* Chromium lays a very long text out in a proportional font for minutes: not while it is pasted. */
  const HUGE = 20000;
  document.addEventListener("paste", (event) => {
    if (!event.target.matches?.("textarea")) return;
    const pasted = event.clipboardData?.getData("text").length || 0;
    event.target.classList.toggle("hd-huge", pasted + event.target.value.length > HUGE);
  }, true);
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("textarea")) event.target.classList.toggle("hd-huge", event.target.value.length > HUGE);
  }, true);

  /* Who is logged out meanwhile (taken out of the users, say) is shown the login page. */
  const fetched = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await fetched(...asked);
    if (answer.status === 401 && $("#hd-out")) location.reload();
    return answer;
  };

  /* Gradio knows no Vietnamese: keep the page's language, and word its only message ourselves. */
  new MutationObserver(() => {
    if (document.documentElement.lang !== "vi") document.documentElement.lang = "vi";
  }).observe(document.documentElement, { attributeFilter: ["lang"] });
  new MutationObserver(() => {
    for (const toast of $$(".toast-body:not([data-vi])")) {
      toast.dataset.vi = "1";
      const title = $(".toast-title", toast), words = $('[data-testid="toast-text"]', toast);
      $('[data-testid="toast-close"]', toast)?.setAttribute("aria-label", "Đóng");
      const ours = /[đạảậấầẩặắằẳẹẻệếềểịỉọỏộốồổợớờởụủựứừửỵỷỹ]/i.test(words?.textContent || ""); // the server's own words
      if (title) title.textContent = ours ? "Chưa gửi được" : "Chưa liên lạc được với máy chủ";
      if (words && !ours) words.textContent = "Bạn hãy đợi giây lát rồi hỏi lại; nếu vẫn lỗi, hãy tải lại trang.";
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  return { talk, panel, examples, kit: { $, $$, range, open, sheet, cite, save, announce, focusQuestion } };
})();
window.hoidap = hoidap;
