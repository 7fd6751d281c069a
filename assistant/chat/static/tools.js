/* What can be done with a whole conversation: begin anew, save it as a file, keep it in this
   browser. Nothing is kept unless the switch is on; turning it off wipes what was kept. */
"use strict";

Object.assign(hoidap, (() => {
  const { $, $$, save, announce, focusQuestion } = hoidap.kit;
  const STORE = "hoidap.talks";
  const MOST_TALKS = 20, MOST_BYTES = 800000;
  const FULL = "Trình duyệt này không giữ được lịch sử (bị chặn hoặc hết chỗ).";
  let box = null, trigger = null;
  let current = ""; // the kept conversation on the screen
  let kept = ""; // its last answer that was kept

  /* ---- the store ---- */

  function stored() {
    try {
      const found = JSON.parse(localStorage.getItem(STORE) || "null");
      if (found && found.keep === true && Array.isArray(found.talks)) return found;
    } catch { /* blocked, or not ours */ }
    return { keep: false, talks: [], last: "" };
  }

  /* Write the store, leaving the oldest conversations out until it fits. */
  function store(all) {
    for (all.talks = all.talks.slice(0, MOST_TALKS); ; all.talks.pop()) {
      try {
        localStorage.setItem(STORE, JSON.stringify(all));
        return true;
      } catch {
        if (!all.talks.length) return false;
      }
    }
  }

  function keepTalk(turns) {
    const all = stored();
    if (!all.keep || !turns.length) return;
    while (turns.length > 1 && new Blob([JSON.stringify(turns)]).size > MOST_BYTES) turns.shift();
    current = current || crypto.getRandomValues(new Uint32Array(2)).join("-");
    const talk = { id: current, when: new Date().toISOString(), title: turns[0].question, turns };
    all.talks = [talk, ...all.talks.filter((each) => each.id !== current)];
    all.last = current;
    if (!store(all)) say(FULL);
    kept = turns.at(-1).key;
    list();
  }

  /* ---- the menu of kept conversations ---- */

  function list() {
    const all = stored(), place = $(".hd-talks", box);
    $("#hd-keep", box).checked = all.keep;
    const shown = all.talks.filter((each) => typeof each.title === "string" && Array.isArray(each.turns));
    place.replaceChildren(...shown.map((talk) => {
      const item = document.createElement("li"), button = document.createElement("button");
      const when = document.createElement("small");
      button.type = "button";
      button.dataset.talk = talk.id;
      button.textContent = talk.title;
      const day = new Date(talk.when);
      when.textContent = isNaN(day) ? "" : day.toLocaleString("vi-VN", { dateStyle: "short", timeStyle: "short" });
      button.append(when);
      if (talk.id === current) button.setAttribute("aria-current", "true");
      item.append(button);
      return item;
    }));
    if (!shown.length) {
      const none = document.createElement("li");
      none.textContent = place.dataset.none;
      place.append(none);
    }
    $('[data-act="wipe"]', box).disabled = !shown.length;
  }

  function openTalk(id) {
    const all = stored(), talk = all.talks.find((each) => each.id === id);
    if (!talk) return;
    current = id;
    kept = talk.turns.at(-1)?.key || "";
    all.last = id;
    store(all);
    trigger("select", { sent: { turns: talk.turns } });
    list();
  }

  function wipe(said) {
    const { keep } = stored();
    try {
      localStorage.removeItem(STORE);
    } catch { /* blocked: nothing was kept */ }
    if (keep) store({ keep: true, talks: [], last: "" });
    current = kept = "";
    list();
    say(said);
  }

  function turnOn() {
    if (!store({ keep: true, talks: [], last: "" })) {
      $("#hd-keep", box).checked = false;
      return say(FULL);
    }
    say("Đã bật giữ lịch sử.");
    kept = "";
    shown();
    list();
  }

  function turnOff() {
    wipe("");
    try {
      localStorage.removeItem(STORE);
    } catch { /* the same */ }
    list();
    say("Đã tắt và xóa hết lịch sử.");
  }

  function say(words) {
    const said = $(".hd-tools-said", box);
    said.textContent = "";
    setTimeout(() => { said.textContent = words; }, 50);
  }

  /* ---- what the conversation does ---- */

  function shown() {
    if (!box) return;
    const turns = $$("#hd-talk .hd-turn"), last = turns.at(-1);
    if (!last) {
      if (current) {
        current = kept = "";
        const all = stored();
        if (all.keep) store({ ...all, last: "" });
        list();
      }
    } else if (stored().keep && !last.hasAttribute("aria-busy") && last.dataset.key && last.dataset.key !== kept) {
      trigger("submit", { sent: { keep: true } });
    }
  }

  function tools(element, fire) {
    box = element;
    trigger = fire;
    const { listeners } = hoidap;
    listeners.set("keep", ({ turns }) => keepTalk(turns));
    listeners.set("restored", ({ said }) => { if (said) say(said); });
    listeners.set("export", exported);
    element.addEventListener("change", (event) => {
      if (!event.target.matches("#hd-keep")) return;
      if (event.target.checked) turnOn(); else turnOff();
    });
    list();
    const all = stored();
    if (all.keep && all.last && !$("#hd-talk .hd-turn")) openTalk(all.last);
  }

  function exported({ said, name, type, content }) {
    say(said);
    if (!content) return;
    const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
    save(bytes, name, type);
  }

  function closeMenus(but) {
    for (const menu of $$(".hd-menu[open]")) if (menu !== but) menu.open = false;
  }

  document.addEventListener("hd-talk", shown);
  document.addEventListener("click", (event) => {
    closeMenus(event.target.closest(".hd-menu"));
    const target = event.target.closest("button");
    if (!target) return;
    const menu = target.closest(".hd-menu");
    if (target.id === "hd-new") {
      announce("Đã bắt đầu cuộc trò chuyện mới.");
      focusQuestion(20, true);
    } else if (target.dataset.export) {
      say("Đang chuẩn bị tệp…");
      trigger("submit", { sent: { export: target.dataset.export } });
      closeMenus();
      $("summary", menu).focus();
    } else if (target.dataset.talk) {
      openTalk(target.dataset.talk);
      closeMenus();
      $("summary", menu).focus();
    } else if (target.dataset.act === "wipe") {
      wipe("Đã xóa hết lịch sử.");
      $("summary", menu).focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.target.closest?.(".hd-menu[open]");
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    $("summary", menu).focus();
  });
  document.addEventListener("focusin", (event) => closeMenus(event.target.closest?.(".hd-menu")));

  return { tools };
})());
