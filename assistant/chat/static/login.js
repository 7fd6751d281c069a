/* The login page: sends name and password, and opens the page that was asked for. */
"use strict";

(() => {
  const OFFLINE = "Chưa liên lạc được với máy chủ; bạn hãy thử lại sau giây lát.";
  const form = document.querySelector("#hd-login");
  const wrong = form.querySelector(".hd-wrong");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const shade = () => document.body.classList.toggle("dark", dark.matches);
  shade();
  dark.addEventListener("change", shade);
  form.elements.username.focus();

  async function refusal(answer) {
    if (answer.status === 400) return wrong.dataset.wrong;
    try {
      const { detail } = await answer.json();
      return typeof detail === "string" ? detail : OFFLINE;
    } catch {
      return OFFLINE;
    }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    wrong.textContent = "";
    try {
      const answer = await fetch("login", { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (answer.ok) return location.reload();
      wrong.textContent = await refusal(answer);
    } catch {
      wrong.textContent = OFFLINE;
    }
    button.disabled = false;
    form.elements.password.value = "";
    form.elements.password.focus();
  });
})();
