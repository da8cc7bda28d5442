// The page: fills itself from the department's draft, keeps it, checks it, saves it as a file, opens one.
(function (form) {
  "use strict";
  var spec, state, timer, stamp = "", lists = {}, make = form.make;

  function by(id) { return document.getElementById(id); }
  function each(found, act) { Array.prototype.forEach.call(found, act); }
  function tell(words) { by("said").textContent = words; }

  function changed() {
    var part = this && this.id;
    if (part && state.parts[part].nothing && state.parts[part].items.some(form.isFilled)) {
      state.parts[part].nothing = by("none-" + part).checked = false;
    }
    clearTimeout(timer);
    timer = setTimeout(function () { keep(); sum(); }, 300);
  }

  // The draft: one a department and year, in this browser alone.
  function keep() {
    timer = 0;
    try {
      stamp = String(new Date().getTime());
      localStorage.setItem(spec.store, JSON.stringify({stamp: stamp, filled: state}));
      tell("已在这台电脑上暂存\uff08" + new Date().toTimeString().slice(0, 5) + "\uff09");
    } catch (error) {
      tell("这个浏览器不能暂存\uff0c关掉页面前请按“保存文件”");
    }
  }
  function kept() {
    try { return JSON.parse(localStorage.getItem(spec.store)) || {}; } catch (error) { return {}; }
  }

  function entry(part, item) {
    var list = state.parts[part.id].items, node;
    function place() { return list.indexOf(item); }
    node = form.itemNode(spec, part, item, {
      changed: function () { changed.call(part); },
      remove: function () {
        var at = place();
        if (form.isFilled(item) && !window.confirm("删去" + part.heading + "第 " + (at + 1) + " 条\uff1f里面填的内容也一起删去。")) { return; }
        list.splice(at, 1);
        node.parentNode.removeChild(node);
        if (!list.length) { add(part); } else { number(part); }
        changed();
        lists[part.id].childNodes[Math.min(at, list.length - 1)].querySelector("select, input").focus();
      },
      move: function (step) {
        var at = place(), to = at + step, nodes = lists[part.id].childNodes, held = document.activeElement;
        if (to < 0 || to >= list.length) { return; }
        list.splice(at, 1);
        list.splice(to, 0, item);
        lists[part.id].insertBefore(step < 0 ? node : nodes[to], step < 0 ? nodes[to] : node);
        number(part);
        changed();
        if (held) { held.focus(); }
        if (document.activeElement !== held) { node.querySelector(".tools button:not([disabled])").focus(); }
        tell("移到了第 " + (to + 1) + " 条");
      }
    });
    lists[part.id].appendChild(node);
    return node;
  }

  function number(part) {
    var nodes = lists[part.id].childNodes;
    each(nodes, function (node, at) { node.number(at, nodes.length); });
  }

  function add(part) {
    var item = form.emptyItem(), node;
    state.parts[part.id].items.push(item);
    node = entry(part, item);
    number(part);
    node.look();
    return node;
  }

  // Shows the state, whatever stood there before.
  function show() {
    ["name", "phone", "approved"].forEach(function (key) {
      by(key).value = state[key];
      by(key).nextSibling.textContent = state[key] || "\u3000";
      by(key).oninput = function () { state[key] = by(key).value; by(key).nextSibling.textContent = state[key] || "\u3000"; changed(); };
    });
    spec.parts.forEach(function (part) {
      var none = by("none-" + part.id);
      lists[part.id] = by("items-" + part.id);
      lists[part.id].textContent = "";
      state.parts[part.id].items.forEach(function (item) { entry(part, item); });
      number(part);
      none.checked = state.parts[part.id].nothing;
      none.onchange = function () {
        if (none.checked && state.parts[part.id].items.some(form.isFilled)) {
          none.checked = false;
          tell("“" + part.heading + "”里已经填了内容\uff0c先删去再勾");
        }
        state.parts[part.id].nothing = none.checked;
        changed();
      };
      by("add-" + part.id).onclick = function () {
        var node = add(part);
        changed.call(part);
        node.querySelector("select, input").focus();
      };
    });
    each(document.querySelectorAll(".item"), function (node) { node.look(); });
    sum();
  }

  function missing() {
    return spec.parts.filter(function (part) {
      return part.required && !state.parts[part.id].nothing && !state.parts[part.id].items.some(form.isFilled);
    });
  }
  function marked(level) { return document.querySelectorAll("#parts [data-level=" + level + "]"); }

  // What is still to be done, in one line.
  function sum() {
    var lacks = missing(), errors = marked("error").length, hints = marked("warning").length, count = 0, words = [];
    spec.parts.forEach(function (part) {
      state.parts[part.id].items.forEach(function (item) {
        count += form.size(item.heading + item.text + item.points + item.cause);
      });
    });
    if (lacks.length) { words.push("还没有填\uff1a" + lacks.map(function (part) { return part.heading; }).join("、")); }
    if (errors) { words.push("要改 " + errors + " 处"); }
    if (hints) { words.push("请核对 " + hints + " 处"); }
    by("count").textContent = "共 " + count + " 字";
    by("todo").textContent = words.join("\uff1b") || "都填好了\uff0c可以保存";
    by("todo").className = lacks.length || errors ? "error" : hints ? "warning" : "good";
    by("first").hidden = !words.length;
    return lacks.length || errors ? words.slice(0, lacks.length && errors ? 2 : 1) : [];
  }

  function first() {
    var lacks = missing(), target = marked("error")[0] || (lacks.length ? lists[lacks[0].id].querySelector("select, input") : marked("warning")[0]);
    if (target) { target.focus(); }
  }

  function save() {
    var faults = sum(), blob = new Blob([form.write(spec, state)], {type: "application/x-yaml;charset=utf-8"}), link;
    if (faults.length && !window.confirm(faults.join("\n") + "\n\n现在就保存吗\uff1f没填完也可以先保存\uff0c以后再打开接着填。")) {
      first();
      return;
    }
    if (navigator.msSaveOrOpenBlob) {
      navigator.msSaveOrOpenBlob(blob, spec.file);
    } else {
      link = make("a", {href: URL.createObjectURL(blob), download: spec.file, hidden: "hidden"});
      document.body.appendChild(link);
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); document.body.removeChild(link); }, 10000);
    }
    tell("已保存为“" + spec.file + "”\uff0c一般在“下载”文件夹里。请把它发回");
  }

  function open(input) {
    var file = input.files[0], reader = new FileReader();
    if (!file) { return; }
    reader.onload = function () {
      var read;
      try {
        read = form.read(spec, reader.result);
      } catch (error) {
        window.alert("打不开“" + file.name + "”\uff1a" + error.message + "。\n请选本页保存的 .yaml 文件。");
        return;
      }
      if (!form.isEmpty(spec, state) && !window.confirm("打开“" + file.name + "”\uff1f页面上现有的内容会被它换掉。")) { return; }
      state = read;
      show();
      keep();
      tell("已打开“" + file.name + "”");
    };
    reader.readAsText(file, "utf-8");
    input.value = "";
  }

  function clear() {
    if (!window.confirm("清空这张表\uff1f已经保存的文件不受影响。")) { return; }
    clearTimeout(timer);
    state = form.adopt(spec, spec.contact);
    show();
    try { localStorage.removeItem(spec.store); } catch (error) { /* there was no draft either */ }
    tell("已清空");
  }

  function start() {
    spec = JSON.parse(by("spec").textContent);
    var draft = kept();
    stamp = draft.stamp || "";
    state = form.adopt(spec, draft.filled || spec.contact);
    by("save").onclick = save;
    by("print").onclick = function () { window.print(); };
    by("clear").onclick = clear;
    by("first").onclick = first;
    by("open").onchange = function () { open(by("open")); };
    by("old").hidden = true;
    by("form").hidden = false;
    show();
    if (draft.filled) { tell("上次填的内容还在\uff0c接着填就行"); }
    window.addEventListener("storage", function (event) {
      if (event.key === spec.store && kept().stamp !== stamp) { tell("这张表在另一个窗口里也开着\uff0c请只留一个窗口\uff0c免得互相覆盖"); }
    });
    ["beforeunload", "pagehide"].forEach(function (leaving) {
      window.addEventListener(leaving, function () { if (timer) { clearTimeout(timer); keep(); } });
    });
    window.addEventListener("resize", function () { each(document.querySelectorAll("textarea"), function (box) { box.look(); }); });
  }

  if (window.Blob && window.FileReader && window.JSON && window.addEventListener && "hidden" in document.body) { start(); }
}(window.reportctl = window.reportctl || {}));
