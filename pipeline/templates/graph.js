"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const box = document.getElementById("drawing");
  const about = document.getElementById("about");
  const known = new Map(data.nodes.map((node) => [node.id, node]));
  const marks = /[\u0300-\u036f]/g;
  const folded = (text) => text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(marks, "");
  const haystack = new Map(data.nodes.map((node) => [node.id, folded([node.name, ...node.facts].join(" "))]));

  const look = (node) => ({
    id: node.id, label: node.label, x: node.x, y: node.y, shape: "box", margin: 8, widthConstraint: { maximum: 250 },
    borderWidth: node.centre ? 3 : 1.5, borderWidthSelected: 3.5,
    color: {
      background: node.centre ? "#fff0b8" : node.held ? "#e9eff7" : "#ffffff",
      border: node.held ? "#2f3a48" : "#6b7480",
      highlight: { background: "#fff0b8", border: "#000000" },
    },
    shapeProperties: { borderDashes: node.held ? false : [5, 4], borderRadius: 4 },
    font: { color: "#15181c", size: 15, face: "Noto Sans, Segoe UI, DejaVu Sans, sans-serif" },
  });
  const level = (id) => known.get(id).y;
  const line = (edge, index) => {
    const style = data.styles[edge.relation];
    return {
      smooth: level(edge.source) === level(edge.target) ? { enabled: true, type: "curvedCW", roundness: 0.3 } : undefined,
      id: index, from: edge.source, to: edge.target, dashes: style.dashes.length ? style.dashes : false,
      width: style.width, color: { color: style.color, highlight: style.color, opacity: 1 },
      arrows: { to: { enabled: true, type: style.arrow, scaleFactor: 0.7 } },
    };
  };
  const nodes = new vis.DataSet(data.nodes.map(look));
  const edges = new vis.DataSet(data.edges.map(line));
  const network = new vis.Network(box, { nodes, edges }, {
    physics: false, interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false }, multiselect: false },
    edges: { smooth: { enabled: true, type: "cubicBezier", forceDirection: "vertical", roundness: 0.45 }, selectionWidth: 1 },
    nodes: { chosen: { label: false } },
  });

  network.on("beforeDrawing", (pen) => {
    const xs = data.nodes.map((node) => node.x);
    const left = Math.min(...xs) - 400, right = Math.max(...xs) + 160;
    data.bands.forEach((band, index) => {
      pen.fillStyle = index % 2 ? "#ffffff" : "#f3f5f7";
      pen.fillRect(left, band.top - 20, right - left, band.bottom - band.top + 40);
      pen.fillStyle = "#3f4750";
      pen.font = "600 16px Noto Sans, Segoe UI, DejaVu Sans, sans-serif";
      pen.textBaseline = "middle";
      band.lines.forEach((text, at) => {
        pen.fillText(text, left + 16, (band.top + band.bottom) / 2 + (at - (band.lines.length - 1) / 2) * 20);
      });
    });
  });
  const fit = () => {
    const xs = data.nodes.map((node) => node.x), ys = data.bands.flatMap((band) => [band.top - 20, band.bottom + 20]);
    const left = Math.min(...xs) - 400, right = Math.max(...xs) + 160, top = Math.min(...ys), bottom = Math.max(...ys);
    const scale = Math.min(box.clientWidth / (right - left), box.clientHeight / (bottom - top), 1.3);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
  };

  const made = (name, text, parent) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (parent) parent.append(element);
    return element;
  };
  const list = (heading, found, other) => {
    if (!found.length) return;
    made("h4", heading, about);
    const rows = made("ul", "", about);
    for (const edge of found) {
      const row = made("li", "", rows);
      made("span", words.relations[edge.relation], row).className = "chip";
      row.append(" ");
      const end = made("a", known.get(edge[other]).name, row);
      end.tabIndex = 0;
      end.addEventListener("click", () => choose(edge[other]));
      end.addEventListener("keydown", (event) => { if (event.key === "Enter") choose(edge[other]); });
      if (edge.by) made("small", edge.by, row);
      for (const place of edge.places) {
        if (place.where) made("small", place.where, row);
        if (place.raw) made("q", place.raw, row);
      }
    }
  };
  const tell = (id) => {
    const node = known.get(id);
    about.replaceChildren();
    made("h3", node.name, about);
    for (const fact of node.facts) made("p", fact, about);
    list(words.says, data.edges.filter((edge) => edge.source === id), "target");
    list(words.said, data.edges.filter((edge) => edge.target === id), "source");
  };
  const choose = (id) => {
    network.selectNodes([id]);
    const scale = Math.max(network.getScale(), 0.75);
    network.focus(id, { scale, animation: false });
    tell(id);
  };
  network.on("click", (event) => { if (event.nodes.length) tell(event.nodes[0]); });

  const query = document.getElementById("query"), hits = document.getElementById("hits");
  let found = [], at = -1;
  query.addEventListener("input", () => {
    const asked = folded(query.value.trim());
    found = asked ? data.nodes.map((node) => node.id).filter((id) => haystack.get(id).includes(asked)) : [];
    at = -1;
    const inside = new Set(found);
    nodes.update(data.nodes.map((node) => ({ id: node.id, opacity: !asked || inside.has(node.id) ? 1 : 0.15 })));
    hits.textContent = asked ? (found.length ? String(found.length) : words.none) : "";
  });
  document.getElementById("find").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!found.length) return;
    at = (at + 1) % found.length;
    hits.textContent = `${at + 1}/${found.length}`;
    choose(found[at]);
  });
  for (const each of document.querySelectorAll("input[data-relation]")) {
    each.addEventListener("change", () => {
      const touched = data.edges.map((edge, id) => ({ edge, id })).filter(({ edge }) => edge.relation === each.dataset.relation);
      edges.update(touched.map(({ id }) => ({ id, hidden: !each.checked })));
    });
  }
  const zoom = (by) => network.moveTo({ scale: network.getScale() * by });
  document.getElementById("in").addEventListener("click", () => zoom(1.25));
  document.getElementById("out").addEventListener("click", () => zoom(0.8));
  document.getElementById("fit").addEventListener("click", fit);
  window.addEventListener("resize", fit);
  fit();
  if (data.around) { network.selectNodes([data.around]); tell(data.around); }
})();
