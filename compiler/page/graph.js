// Shows one drawing of the page, lets it be moved, coloured and searched, and leads from
// boxes to lines of the script and back.
"use strict";
{
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (selector, from = document) => from.querySelector(selector);
  const view = one("#view"), details = one("#details"), legend = one("#legend");
  const colour = one("#colour"), find = one("#find");
  const kernels = JSON.parse(one("#kernels").textContent);
  const units = { flops: "FLOP", bytes: "B", seconds: "s" };

  const amount = (value, unit) => {
    const prefixes = ["n", "µ", "m", "", "k", "M", "G", "T"];
    let i = 3;
    for (; value >= 999.5 && i < 7; i++) value /= 1000;
    for (; value > 0 && value < 0.9995 && i > 0; i--) value *= 1000;
    return `${Number(value.toPrecision(3))} ${prefixes[i]}${unit}`;
  };

  const stages = all("template").map((template) => {
    const svg = one("svg", template.content);
    const boxes = all(".box", svg);
    const size = svg.getAttribute("viewBox").split(" ").map(Number);
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    return { entry: template.dataset.entry, name: template.dataset.name, svg, boxes,
             width: size[2], height: size[3],
             fills: boxes.map((box) => one("rect", box).getAttribute("fill")) };
  });
  const hint = "Drag to move, turn the wheel to zoom. A click on a box leads to its line, " +
    "a click on a line to its boxes.";
  let stage = null;

  // What the kernels of every line cost, for the lines and for the nodes on them.
  const lineCosts = (entry, cost) => {
    const sums = new Map();
    const fused = stages.find((s) => s.entry === entry && s.name === "fused");
    for (const box of fused.boxes) {
      const value = Number(box.dataset[cost] ?? 0), line = box.dataset.line;
      if (line && box.dataset.kernel) sums.set(line, (sums.get(line) ?? 0) + value);
    }
    return sums;
  };

  // ---- the part of the drawing that is seen ----

  const look = (x, y, scale) => {
    stage.x = x; stage.y = y; stage.scale = scale;
    const width = view.clientWidth / scale, height = view.clientHeight / scale;
    stage.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  };

  const fit = () => {
    const scale = Math.min(view.clientWidth / stage.width, view.clientHeight / stage.height, 1);
    look((stage.width - view.clientWidth / scale) / 2,
         (stage.height - view.clientHeight / scale) / 2, scale);
  };

  // At first: the upper end, large enough to be read.
  const begin = () => {
    const scale = Math.max(0.5, Math.min(view.clientWidth / stage.width, 1));
    const rects = stage.boxes.map((box) => one("rect", box));
    const top = Math.min(...rects.map((rect) => Number(rect.getAttribute("y"))));
    const row = rects.filter((rect) => Number(rect.getAttribute("y")) === top);
    const edges = row.flatMap((rect) => {
      const x = Number(rect.getAttribute("x"));
      return [x, x + Number(rect.getAttribute("width"))];
    });
    const whole = stage.width * scale <= view.clientWidth + 1 || edges.length === 0;
    const middle = whole ? stage.width / 2 : (Math.min(...edges) + Math.max(...edges)) / 2;
    look(middle - view.clientWidth / scale / 2, 0, scale);
  };

  const zoom = (factor, left, top) => {
    const scale = Math.min(4, Math.max(0.002, stage.scale * factor));
    look(stage.x + left / stage.scale - left / scale,
         stage.y + top / stage.scale - top / scale, scale);
  };

  view.addEventListener("wheel", (event) => {
    event.preventDefault();
    if (event.shiftKey || event.altKey)
      return look(stage.x + event.deltaX / stage.scale, stage.y + event.deltaY / stage.scale, stage.scale);
    const box = view.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 500), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  let drag = null;
  view.addEventListener("pointerdown", (event) => {
    drag = { left: event.clientX, top: event.clientY, x: stage.x, y: stage.y, moved: false };
  });
  window.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const dx = event.clientX - drag.left, dy = event.clientY - drag.top;
    drag.moved ||= Math.abs(dx) + Math.abs(dy) > 4;
    if (drag.moved) look(drag.x - dx / stage.scale, drag.y - dy / stage.scale, stage.scale);
  });
  window.addEventListener("pointerup", (event) => {
    if (drag && !drag.moved) choose(event.target.closest?.(".box") ?? null);
    drag = null;
  });

  const centre = (box) => {
    const rect = one("rect", box);
    const x = Number(rect.getAttribute("x")) + Number(rect.getAttribute("width")) / 2;
    const scale = Math.max(stage.scale, 0.8);
    look(x - view.clientWidth / scale / 2,
         Number(rect.getAttribute("y")) - view.clientHeight / scale / 2, scale);
  };

  // ---- boxes and lines ----

  const unmark = () => {
    for (const element of all(".chosen, .near")) element.classList.remove("chosen", "near");
  };

  const markLine = (line, scroll) => {
    const element = line && one(`.lines [data-line="${line}"]`);
    if (!element) return;
    element.classList.add("chosen");
    if (scroll) element.scrollIntoView({ block: "center", inline: "nearest" });
  };

  const tell = (box) => {
    details.replaceChildren();
    if (!box) {
      details.textContent = hint;
      return;
    }
    const add = (name, text) => {
      const element = document.createElement(name);
      element.textContent = text;
      details.append(element);
    };
    add("b", one("title", box).textContent.replaceAll("; ", ";\n"));
    const note = one(".note", box);
    if (note) add("div", note.textContent);
    const { flops, bytes } = box.dataset;
    if (box.dataset.kernel && flops > 0 && bytes > 0)
      add("div", `${(flops / bytes).toPrecision(3)} FLOPs a byte`);
    if (box.dataset.kernel) add("pre", kernels[box.dataset.kernel]);
  };

  const choose = (box) => {
    unmark();
    tell(box);
    if (!box) return;
    box.classList.add("chosen");
    const number = stage.boxes.indexOf(box);
    for (const arrow of all("[data-arrow]", stage.svg)) {
      const [from, to] = arrow.dataset.arrow.split(" ").map(Number);
      if (from !== number && to !== number) continue;
      arrow.classList.add("near");
      stage.boxes[from === number ? to : from].classList.add("near");
    }
    markLine(box.dataset.line, true);
  };

  for (const line of all(".lines [data-line]"))
    line.addEventListener("click", () => {
      choose(null);
      const boxes = stage.boxes.filter((box) => box.dataset.line === line.dataset.line);
      for (const box of boxes) box.classList.add("chosen");
      markLine(line.dataset.line, false);
      if (boxes.length) centre(boxes[0]);
    });

  let found = -1;
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !find.value) return;
    const word = find.value.toLowerCase(), n = stage.boxes.length;
    for (let i = 1; i <= n; i++) {
      const at = (found + i) % n;
      if (!stage.boxes[at].textContent.toLowerCase().includes(word)) continue;
      found = at;
      choose(stage.boxes[at]);
      return centre(stage.boxes[at]);
    }
    details.textContent = "not found";
  });

  // ---- colours ----

  // From white over yellow to red; the root brings out what is small.
  const heat = (share) => {
    const v = Math.sqrt(share), mix = (a, b, t) => Math.round(a + (b - a) * t);
    const from = v < 0.5 ? [255, 255, 255] : [254, 217, 118];
    const to = v < 0.5 ? [254, 217, 118] : [239, 112, 84];
    const t = v < 0.5 ? 2 * v : 2 * v - 1;
    return `rgb(${from.map((a, i) => mix(a, to[i], t)).join(",")})`;
  };

  const paint = () => {
    const cost = colour.value;
    const sums = cost ? lineCosts(stage.entry, cost) : new Map();
    const nodes = stage.name === "model" || stage.name === "grad";
    const value = (box) =>
      box.dataset.seconds === undefined && cost === "seconds" && nodes
        ? sums.get(box.dataset.line) ?? 0 : Number(box.dataset[cost] ?? 0);
    const most = cost ? Math.max(...stage.boxes.map(value)) : 0;
    stage.boxes.forEach((box, i) =>
      one("rect", box).setAttribute("fill", most > 0 ? heat(value(box) / most) : stage.fills[i]));
    const highest = Math.max(0, ...sums.values());
    for (const line of all(".lines [data-line]")) {
      const sum = sums.get(line.dataset.line) ?? 0;
      one("i", line).style.background = highest > 0 && sum > 0 ? heat(sum / highest) : "";
      line.title = sum > 0 ? `${amount(sum, units[cost])} in kernels of this line` : "";
    }
    legend.textContent = most > 0
      ? `up to ${amount(most, units[cost])}${cost === "seconds" && nodes ? " a line" : " a box"}` : "";
  };
  colour.addEventListener("change", paint);

  // ---- stages ----

  const buttons = all("[data-stage]");
  const show = (number) => {
    choose(null);
    found = -1;
    stage = stages[number];
    view.replaceChildren(stage.svg);
    buttons.forEach((button, i) => button.setAttribute("aria-pressed", i === number));
    if (stage.scale === undefined) begin(); else look(stage.x, stage.y, stage.scale);
    paint();
  };
  buttons.forEach((button, i) => button.addEventListener("click", () => show(i)));
  one("#fit").addEventListener("click", fit);
  window.addEventListener("resize", () => look(stage.x, stage.y, stage.scale));

  if (one("option[value=seconds]")) colour.value = "seconds";
  show(Math.max(0, buttons.findIndex((button) => button.dataset.first !== undefined)));
  document.documentElement.dataset.ready = "yes";
}
