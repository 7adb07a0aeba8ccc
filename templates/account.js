// The page is whole without this: it adds a filter for text, and buttons that fold and unfold.
"use strict";
(() => {
  const byID = (id) => document.getElementById(id);
  const field = byID("filter");
  const matches = byID("matches");
  const itemQuery = ".line, .finding, .way";
  const holderQuery = ".control, .group, .rule, .fold";
  const unfolded = new Set();
  let items = null;
  let timer = 0;

  const prepare = () => {
    items = [];
    for (const element of document.querySelectorAll(itemQuery)) {
      const holder = element.closest(".control, .rule");
      const title = holder ? holder.querySelector("h3, h4") : null;
      const text = (title ? title.textContent + " " : "") + element.textContent;
      items.push([element, text.toLowerCase()]);
    }
  };

  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (!items) prepare();
    const holders = new Set();
    let count = 0;
    for (const [element, text] of items) {
      const isShown = words.every((word) => text.includes(word));
      element.hidden = !isShown;
      if (!isShown) continue;
      count += 1;
      for (let up = element.parentElement; up && up.id !== "main"; up = up.parentElement) {
        if (holders.has(up)) break;
        if (up.matches(holderQuery)) holders.add(up);
      }
    }
    for (const holder of document.querySelectorAll(holderQuery)) {
      const isHolding = words.length > 0 && holders.has(holder);
      holder.hidden = words.length > 0 && !isHolding;
      if (!holder.matches("details")) continue;
      // What is found in a fold is shown, until something else is looked for; a large account's rules open one by one.
      if (isHolding && (!holder.matches(".rule") || count <= 200)) {
        if (!holder.open) unfolded.add(holder);
        holder.open = true;
      } else if (unfolded.delete(holder)) {
        holder.open = false;
      }
    }
    matches.textContent = words.length === 0 ? "" : count === 1 ? "1 match" : `${count} matches`;
  };

  const fold = (isOpen) => {
    unfolded.clear();
    for (const element of document.querySelectorAll("main details")) element.open = isOpen;
  };

  field.closest("search").hidden = false;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(apply, 120);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("input, button")) return;
    event.preventDefault();
    field.focus();
  });
  byID("unfold").addEventListener("click", () => fold(true));
  byID("fold").addEventListener("click", () => fold(false));
})();
