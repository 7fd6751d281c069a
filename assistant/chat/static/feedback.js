/* Opinions on answers: two buttons under each, one form under the answer being judged. The page may
   be drawn anew at any time, so what was chosen and typed is kept here and put back. */
"use strict";

Object.assign(hoidap, (() => {
  const { $, $$, announce } = hoidap.kit;
  const OFFLINE = "Chưa liên lạc được với máy chủ; điều đã chọn và đã gõ vẫn còn đây.";
  const votes = new Map(); // of the answer named key: { vote, said, ok, waiting }
  const listeners = new Map();
  let bar = null, form = null, judged = "", send = null;

  /* What the server says is for whoever asked. */
  function reply(element, watch) {
    watch("value", () => {
      const said = $("[data-reply]", element);
      if (!said) return;
      const told = JSON.parse(said.dataset.reply);
      listeners.get(told.to)?.(told);
    });
  }

  function feedback(element, trigger) {
    const [first, second] = $$("template", element);
    bar = first.content.firstElementChild;
    form = second.content.firstElementChild.cloneNode(true);
    send = (sent) => trigger("submit", { sent });
    form.addEventListener("submit", (event) => { event.preventDefault(); tell(judged); });
    listeners.set("feedback", ({ key, ok, said }) => settled(key, ok, said));
    dress();
  }

  /* Give each answer its buttons, and the judged one its form. */
  function dress() {
    if (!bar) return;
    for (const turn of $$("#hd-talk .hd-turn[data-key]")) {
      if ($(".hd-votes", turn)) continue;
      turn.append(bar.cloneNode(true));
      mark(turn);
      if (turn.dataset.key === judged) turn.append(form);
    }
  }

  const turnOf = (key) => $$("#hd-talk .hd-turn[data-key]").find((each) => each.dataset.key === key);

  function mark(turn) {
    const now = votes.get(turn.dataset.key);
    for (const button of $$("[data-vote]", turn)) {
      button.setAttribute("aria-pressed", String(button.dataset.vote === now?.vote));
    }
    const said = $(".hd-vote-said", turn);
    if (said.textContent !== (now?.said || "")) said.textContent = now?.said || "";
    turn.classList.toggle("hd-unkept", now?.ok === false);
  }

  function vote(button) {
    const turn = button.closest(".hd-turn"), key = turn.dataset.key;
    if (judged !== key) form.reset();
    judged = key;
    votes.set(key, { vote: button.dataset.vote });
    $(".hd-why-list", form).hidden = button.dataset.vote !== "down";
    turn.append(form);
    tell(key);
    if (button.dataset.vote === "down") $("input", form).focus();
    form.scrollIntoView({ block: "nearest" });
  }

  function tell(key) {
    const now = votes.get(key);
    if (!now) return;
    const mine = judged === key && form.isConnected ? new FormData(form) : new FormData();
    now.typed = mine.getAll("reason").length > 0 || String(mine.get("note") || "").trim() !== "";
    clearTimeout(now.waiting);
    now.waiting = setTimeout(settled, 15000, key, false, OFFLINE);
    const reasons = now.vote === "down" ? mine.getAll("reason") : [];
    send({ key, vote: now.vote, reasons, note: String(mine.get("note") || "") });
  }

  function settled(key, ok, said) {
    const now = votes.get(key);
    if (!now) return;
    clearTimeout(now.waiting);
    Object.assign(now, { ok, said });
    const turn = turnOf(key);
    if (turn) mark(turn);
    if (ok && now.typed && judged === key) close(turn);
  }

  function close(turn) {
    const within = form.contains(document.activeElement);
    form.remove();
    judged = "";
    if (within && turn) $('[data-vote][aria-pressed="true"]', turn)?.focus();
  }

  document.addEventListener("hd-talk", () => { dress(); });
  document.addEventListener("click", (event) => {
    const target = event.target.closest("button");
    if (target?.dataset.vote) vote(target);
    else if (target?.dataset.act === "unvote") close(target.closest(".hd-turn"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && form?.contains(event.target)) close(form.closest(".hd-turn"));
  });

  return { reply, feedback, listeners };
})());
