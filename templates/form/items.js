// One item on the page: its fields, what is said of each, its figures, its place among the others.
(function (form) {
  "use strict";
  var next = 0;
  var FIELDS = {
    heading: ["标题", "一句话\uff0c不写序号", 1],
    text: ["正文", "做了什么、成效怎样\uff0c有数字的写数字\uff1b要分段的\uff0c中间空一行", 4],
    points: ["要点", "可不填\uff1b一行写一条\uff0c不写“一是”“二是”", 2],
    cause: ["原因", "为什么会有这个不足", 2]
  };
  var COLUMNS = [["name", "名称"], ["value", "数值"], ["unit", "单位"], ["previous", "上年"], ["parts", "其中"]];

  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (key) {
      if (key === "text") {
        element.textContent = attributes[key];
      } else if (attributes[key] !== null) {
        element.setAttribute(key, attributes[key]);
      }
    });
    (children || []).forEach(function (child) { element.appendChild(child); });
    return element;
  }

  function button(words, label, act, kind) {
    var made = make("button", {type: "button", "class": kind || null, text: words, "aria-label": label ? words + "\uff1a" + label : null});
    made.onclick = act;
    return made;
  }

  function id() {
    next += 1;
    return "f" + next;
  }

  // As high as what is in it; on paper, where nothing scrolls, its words stand beside it.
  function fit(box, shown) {
    if (box.tagName === "TEXTAREA") {
      box.style.height = "auto";
      box.style.height = box.scrollHeight + 2 + "px";
    }
    shown.textContent = box.value || "\u3000";
  }

  // A field: label, box and what is to be said of it. `judge` gives [code, level, words] of a text.
  function field(words, hint, rows, value, judge, changed) {
    var own = id(), shown = make("div", {"class": "printed", "aria-hidden": "true"});
    var note = make("p", {"class": "note", id: own + "n"}), more = hint ? make("p", {"class": "hint", id: own + "h", text: hint}) : null;
    var box = make(rows > 1 ? "textarea" : "input", {type: rows > 1 ? null : "text", id: own, rows: rows > 1 ? rows : null, autocomplete: "off", spellcheck: "false",
      "aria-describedby": (hint ? own + "h " : "") + own + "n"});
    function look() {
      form.say(box, note, judge(box.value));
      fit(box, shown);
    }
    box.value = value;
    box.oninput = function () { look(); changed(box.value); };
    box.look = look;
    return {box: box, node: make("div", {"class": "field"}, [make("label", {"for": own, text: words})].concat(more ? [more] : [], [box, shown, note]))};
  }

  // Says below a box what was found in it, and marks the box with the worst of it.
  form.say = function (box, note, found) {
    var levels = found.map(function (one) { return one[1]; });
    var level = levels.indexOf("error") >= 0 ? "error" : levels.indexOf("warning") >= 0 ? "warning" : levels[0] || "";
    note.textContent = found.map(function (one) { return one[2]; }).join("\uff1b");
    note.className = "note " + level;
    box.setAttribute("data-level", level);
    if (level === "error") { box.setAttribute("aria-invalid", "true"); } else { box.removeAttribute("aria-invalid"); }
  };

  function figureFaults(figure) {
    var found = [];
    if (!form.isFigure(figure)) { return found; }
    if (!figure.name.trim()) { found.push("名称"); }
    if (!form.isNumber(figure.value)) { found.push("数值"); }
    if (figure.previous.trim() && !form.isNumber(figure.previous)) { found.push("上年"); }
    if (figure.parts.trim() && !form.isParts(figure.parts)) { found.push("其中"); }
    return found;
  }

  function figures(name, item, changed) {
    var body = make("tbody"), note = make("p", {"class": "note error", id: id()});
    var heads = COLUMNS.map(function (column) { return make("th", {scope: "col", text: column[1]}); });
    var table = make("table", {}, [make("caption", {text: "数据\uff1a数值、上年只写数字\uff1b“其中”写成“刑事案件351、民事案件139”"}), make("thead", {}, [make("tr", {}, heads)]), body]);
    function look() {
      var said = [];
      item.figures.forEach(function (figure, at) {
        var faults = figureFaults(figure), boxes = body.childNodes[at].querySelectorAll("input");
        COLUMNS.forEach(function (column, place) {
          var bad = faults.indexOf(column[1]) >= 0;
          boxes[place].setAttribute("data-level", bad ? "error" : "");
          if (bad) { boxes[place].setAttribute("aria-invalid", "true"); } else { boxes[place].removeAttribute("aria-invalid"); }
        });
        if (faults.length) { said.push("第 " + (at + 1) + " 行的" + faults.join("、") + "没有填对"); }
      });
      note.textContent = said.join("\uff1b");
      table.hidden = !item.figures.length;
    }
    function row(figure) {
      var cells = COLUMNS.map(function (column) {
        var own = id(), box = make("input", {type: "text", id: own, "aria-label": name() + "数据\uff1a" + column[1], "aria-describedby": note.id, autocomplete: "off", inputmode: column[0] === "value" || column[0] === "previous" ? "decimal" : null});
        box.value = figure[column[0]];
        box.oninput = function () { figure[column[0]] = box.value; look(); changed(); };
        return make("td", {"data-label": column[1]}, [box]);
      });
      body.appendChild(make("tr", {}, cells));
    }
    item.figures.forEach(row);
    look();
    return make("div", {"class": "figures"}, [table, note, button("加一行数据", null, function () {
      item.figures.push(form.emptyFigure());
      row(item.figures[item.figures.length - 1]);
      look();
      changed();
      body.lastChild.querySelector("input").focus();
    }, "small")]);
  }

  // The fieldset of an item. `page` is told what happens: changed(), remove(), move(step).
  form.itemNode = function (spec, part, item, page) {
    var legend = make("legend"), node = make("fieldset", {"class": "item", "data-part": part.id}), own, select, note, tools;
    function name() { return part.heading + "第 " + node.getAttribute("data-number") + " 条"; }
    function required(found, words) { return [["required", "error", words]].concat(found); }
    node.appendChild(legend);
    if (part.sections.length) {
      own = id();
      note = make("p", {"class": "note", id: own + "n"});
      select = make("select", {id: own, "aria-describedby": own + "n"}, [make("option", {value: "", text: "请选择"})].concat(part.sections.map(function (section) {
        return make("option", {value: section[0], text: section[1]});
      })));
      select.value = item.section;
      if (select.value !== item.section) { select.value = item.section = ""; }
      select.look = function () {
        form.say(select, note, form.isFilled(item) && !item.section ? required([], "请选这一条属于哪一类") : []);
      };
      select.onchange = function () { item.section = select.value; select.look(); page.changed(); };
      node.appendChild(make("div", {"class": "field"}, [make("label", {"for": own, text: "类别"}), select, note]));
    }
    Object.keys(FIELDS).forEach(function (key) {
      var words = FIELDS[key], made;
      if ((key === "cause" && !part.cause && !item.cause) || (key === "points" && !part.points && !item.points)) { return; }
      made = field(words[0], key === "text" ? part.hint : words[1], words[2], item[key], function (text) {
        var found = (key === "points" ? text.split("\n") : [text]).reduce(function (all, line) {
          return all.concat(form.check(key === "points" ? "point" : key, line, spec.limits).filter(function (one) {
            return !all.some(function (other) { return other[0] === one[0]; });
          }));
        }, []);
        return key === "cause" && part.cause && form.isFilled(item) && !text.trim() ? [["missing-cause", "warning", "请写原因"]] : found;
      }, function (text) {
        item[key] = text;
        Array.prototype.forEach.call(node.querySelectorAll("select, [data-key=cause]"), function (box) { box.look(); });
        page.changed();
      });
      made.box.setAttribute("data-key", key);
      node.appendChild(made.node);
    });
    if (part.figures || item.figures.length) { node.appendChild(figures(name, item, page.changed)); }
    tools = make("div", {"class": "tools"});
    [["上移", function () { page.move(-1); }], ["下移", function () { page.move(1); }], ["删去", page.remove]].forEach(function (tool) {
      tools.appendChild(button(tool[0], null, tool[1], "small"));
    });
    node.appendChild(tools);
    node.look = function () {
      Array.prototype.forEach.call(node.querySelectorAll("select, [data-key]"), function (box) { box.look(); });
    };
    node.number = function (at, count) {
      node.setAttribute("data-number", at + 1);
      legend.textContent = "第 " + (at + 1) + " 条";
      Array.prototype.forEach.call(tools.childNodes, function (tool, place) {
        tool.setAttribute("aria-label", tool.textContent + "\uff1a" + name());
        tool.disabled = (place === 0 && at === 0) || (place === 1 && at === count - 1);
      });
    };
    return node;
  };

  form.make = make;
  form.button = button;
}(window.reportctl = window.reportctl || {}));
