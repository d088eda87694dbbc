// A comfort only: every page works without it. Typed answers stay in this tab until they are accepted.
"use strict";

(function () {
  const page = document.body.dataset.page;
  const form = document.querySelector("form");
  const firstKey = "survey:" + location.pathname + ":form";
  const secondKey = "survey:" + location.pathname + ":second";
  const key = page === "second" ? secondKey : firstKey;

  // Storage may be switched off; the survey goes on without it.
  function withStorage(task) {
    try { return task(window.sessionStorage); } catch { return null; }
  }

  function typed() {
    const fields = [];
    for (const field of form.elements) {
      if (field.type === "textarea") fields.push([field.name, field.value]);
      if ((field.type === "radio" || field.type === "checkbox") && field.checked) fields.push([field.name, field.value]);
    }
    return fields;
  }

  function keep() { withStorage((storage) => storage.setItem(key, JSON.stringify(typed()))); }

  function restore() {
    const kept = withStorage((storage) => JSON.parse(storage.getItem(key)));
    for (const [name, value] of Array.isArray(kept) ? kept : []) {
      for (const field of form.querySelectorAll("[name='" + CSS.escape(name) + "']")) {
        if (field.type === "textarea") field.value = field.value || value;
        else if (field.value === value) field.checked = true;
      }
    }
  }

  // "None" and "Prefer not to answer" stand alone.
  function keepAlone(changed) {
    if (changed.type !== "checkbox" || !changed.checked) return;
    const alone = "exclusive" in changed.dataset;
    for (const other of form.querySelectorAll("input[name='" + CSS.escape(changed.name) + "']")) {
      if (other !== changed && (alone || "exclusive" in other.dataset)) other.checked = false;
    }
  }

  function countLetters(area) {
    const limit = Number(area.dataset.limit);
    const line = document.createElement("p");
    line.className = "letters";
    line.setAttribute("aria-hidden", "true");
    area.after(line);
    const show = () => {
      const length = Array.from(area.value.normalize("NFC").trim()).length;
      line.textContent = length + " / " + limit;
      line.classList.toggle("over", length > limit);
    };
    area.addEventListener("input", show);
    window.addEventListener("pageshow", show);
    show();
  }

  if (["thanks", "late", "used", "expired"].includes(page)) {
    withStorage((storage) => { storage.removeItem(firstKey); storage.removeItem(secondKey); });
  }
  if (page === "second") withStorage((storage) => storage.removeItem(firstKey));
  if (!form) return;
  if ("fresh" in form.dataset) restore();
  form.querySelectorAll("textarea[data-limit]").forEach(countLetters);
  form.addEventListener("input", keep);
  form.addEventListener("change", (event) => { keepAlone(event.target); keep(); });
})();
