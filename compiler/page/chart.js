// Reads the curves out under the pointer, and hides those whose names are clicked.
"use strict";
{
  const data = JSON.parse(document.getElementById("data").textContent);
  const chart = document.getElementById("chart");
  const svg = chart.querySelector("svg");
  const tip = document.getElementById("tip");
  const panels = [...svg.querySelectorAll(".panel")];
  const make = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);

  const cross = make("g");
  svg.append(cross);

  const place = (x) =>
    data.left + ((x - data.lo) / (data.hi - data.lo)) * (data.right - data.left);

  // The point of a curve that is nearest to x.
  const nearest = (points, x) => {
    let lo = 0, hi = points.length - 1;
    while (hi - lo > 1) {
      const middle = (lo + hi) >> 1;
      if (points[middle][0] < x) lo = middle; else hi = middle;
    }
    return Math.abs(points[hi][0] - x) < Math.abs(points[lo][0] - x) ? points[hi] : points[lo];
  };

  const show = (panel, element, x) => {
    const lines = [];
    panel.curves.forEach((curve, i) => {
      const hidden = element.querySelector(`.curve[data-curve="${i}"]`).classList.contains("off");
      if (hidden || curve.points.length === 0) return;
      const point = nearest(curve.points, x);
      const dot = make("circle");
      dot.setAttribute("cx", place(point[0]));
      dot.setAttribute("cy", point[2]);
      dot.setAttribute("r", 4);
      dot.setAttribute("fill", curve.color);
      cross.append(dot);
      lines.push(`${curve.label}: ${point[1]}  (${data.x} ${Math.round(point[0])})`);
    });
    tip.textContent = lines.join("\n");
    tip.hidden = lines.length === 0;
  };

  svg.addEventListener("mousemove", (event) => {
    const box = svg.getBoundingClientRect();
    const left = event.clientX - box.left, top = event.clientY - box.top;
    cross.replaceChildren();
    tip.hidden = true;
    if (left < data.left || left > data.right) return;
    const x = data.lo + ((left - data.left) / (data.right - data.left)) * (data.hi - data.lo);
    data.panels.forEach((panel, i) => {
      if (top < panel.top || top > panel.top + panel.height) return;
      const line = make("path");
      line.setAttribute("d", `M${left} ${panel.top}v${panel.height}`);
      line.setAttribute("stroke", "#9aa0a6");
      cross.append(line);
      show(panel, panels[i], x);
      tip.style.top = `${top + 14}px`;
      tip.style.left = `${Math.min(left + 14, data.right - 200)}px`;
    });
  });
  svg.addEventListener("mouseleave", () => { cross.replaceChildren(); tip.hidden = true; });

  for (const panel of panels)
    for (const item of panel.querySelectorAll(".item"))
      item.addEventListener("click", () => {
        const curve = panel.querySelector(`.curve[data-curve="${item.dataset.curve}"]`);
        item.classList.toggle("off", curve.classList.toggle("off"));
      });
  document.documentElement.dataset.ready = "yes";
}
