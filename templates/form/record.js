// What was filled in as a file, and back: YAML of a few shapes, in which every text is a string of JSON.
(function (form) {
  "use strict";
  var NUMBER = /^-?[0-9]{1,24}(\.[0-9]{1,6})?$/;
  var PART = /^([^0-9]+?)[\uff1a:]?([0-9]+(?:\.[0-9]+)?)$/;
  var LINE = /^( *)(- )?(?:([A-Za-z_\u4e00-\u9fff]+):(?: (.*))?|(".*"))$/;
  var NOTHING = "无";
  var FIELDS = ["section", "heading", "text", "points", "cause"];

  // Half a character is none: no file holds it.
  function whole(text) {
    return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, function (found) {
      return found.length > 1 ? found : "\ufffd";
    });
  }

  // JSON is not safe for every reader of YAML: it leaves bare what such a reader takes for a break or refuses.
  function quoted(text) {
    return JSON.stringify(whole(text)).replace(/[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g,
      function (found) { return "\\u" + ("000" + found.charCodeAt(0).toString(16)).slice(-4); });
  }

  function number(text) {
    var plain = text.replace(/[\s,\uff0c]/g, "");
    return NUMBER.test(plain) ? plain : quoted(text);
  }

  // 刑事案件351、民事案件139 as a mapping; what is none goes as it was typed, for the one who collects to see.
  function parts(text) {
    var found = {}, written = [], bad = false;
    text.replace(/。\s*$/, "").split(/[、\uff0c,\uff1b;\s]+/).forEach(function (piece) {
      var match = PART.exec(piece);
      if (piece) {
        bad = bad || !match || found["=" + match[1]];
        found["=" + (match && match[1])] = true;
        written.push(match ? quoted(match[1]) + ": " + match[2] : "");
      }
    });
    return bad ? quoted(text) : "{" + written.join(", ") + "}";
  }

  function lines(text) {
    return text.split("\n").filter(function (line) { return line.replace(/\s/g, ""); });
  }

  function said(text) {
    return text.replace(/\s/g, "") !== "";
  }

  form.isNumber = function (text) { return number(text).charAt(0) !== '"'; };
  form.isParts = function (text) { return parts(text).charAt(0) === "{"; };
  form.isFigure = function (figure) {
    return said(figure.name + figure.value + figure.unit + figure.previous + figure.parts);
  };
  form.isFilled = function (item) {
    return said(item.heading + item.text + item.points + item.cause) || item.figures.some(form.isFigure);
  };

  function figure(keys, given, out) {
    var rows = ["name: " + quoted(given.name), "value: " + number(given.value)];
    if (said(given.unit)) { rows.push("unit: " + quoted(given.unit)); }
    if (said(given.parts)) { rows.push("parts: " + parts(given.parts)); }
    if (said(given.previous)) { rows.push("previous: " + number(given.previous)); }
    rows.forEach(function (row, at) {
      out.push((at ? "        " : "      - ") + row.replace(/^\w+/, function (key) { return keys[key]; }));
    });
  }

  function item(keys, given, out) {
    var first = out.length;
    FIELDS.forEach(function (field) {
      if (field === "points" && said(given.points)) {
        out.push("    " + keys.points + ":");
        lines(given.points).forEach(function (line) { out.push("      - " + quoted(line)); });
      } else if (field !== "points" && said(given[field])) {
        out.push("    " + keys[field] + ": " + quoted(given[field]));
      }
    });
    if (given.figures.some(form.isFigure)) {
      out.push("    " + keys.figures + ":");
      given.figures.filter(form.isFigure).forEach(function (each) { figure(keys, each, out); });
    }
    out[first] = "  - " + out[first].slice(4);
  }

  // The file, as text.
  form.write = function (spec, filled) {
    var keys = spec.keys, out = [
      "# " + spec.title + "。由网页填报表保存\uff0c请把这个文件原样发回\uff0c不要改动。",
      "# " + spec.label + spec.code,
      keys.department + ": " + quoted(spec.department),
      keys.year + ": " + spec.year
    ];
    if (said(filled.name + filled.phone)) {
      out.push(keys.contact + ":", "  " + keys.name_of + ": " + quoted(filled.name), "  " + keys.phone + ": " + quoted(filled.phone));
    }
    if (said(filled.approved)) { out.push(keys.approved_by + ": " + quoted(filled.approved)); }
    spec.parts.forEach(function (part) {
      var items = filled.parts[part.id].items.filter(form.isFilled);
      if (items.length) {
        out.push(keys[part.id] + ":");
        items.forEach(function (each) { item(keys, each, out); });
      } else if (filled.parts[part.id].nothing) {
        out.push(keys[part.id] + ": " + NOTHING);
      }
    });
    return out.join("\r\n") + "\r\n";
  };

  form.emptyItem = function () {
    return {section: "", heading: "", text: "", points: "", cause: "", figures: []};
  };
  form.emptyFigure = function () {
    return {name: "", value: "", unit: "", previous: "", parts: ""};
  };

  function copied(into, given) {
    Object.keys(into).forEach(function (key) {
      if (key !== "figures" && given && given[key] !== undefined && given[key] !== null) { into[key] = String(given[key]); }
    });
    return into;
  }

  // A state of the form made of whatever was kept: what does not belong there is left out.
  form.adopt = function (spec, given) {
    var state = copied({name: "", phone: "", approved: ""}, given);
    state.parts = {};
    spec.parts.forEach(function (part) {
      var own = given && given.parts && given.parts[part.id] || {}, list = Array.isArray(own.items) ? own.items : [];
      state.parts[part.id] = {
        nothing: own.nothing === true,
        items: list.map(function (each) {
          var made = copied(form.emptyItem(), each);
          made.figures = (each && Array.isArray(each.figures) ? each.figures : []).map(function (one) {
            return copied(form.emptyFigure(), one);
          });
          return made;
        })
      };
      if (!list.length) { state.parts[part.id].items.push(form.emptyItem()); }
    });
    return state;
  };

  form.isEmpty = function (spec, state) {
    return !said(state.approved) && spec.parts.every(function (part) {
      return !state.parts[part.id].nothing && !state.parts[part.id].items.some(form.isFilled);
    });
  };

  // The tree in a file of ours: maps, lists and values, by indent. Anything else is refused with its line.
  function tree(text) {
    var root = {}, stack = [{depth: -1, node: root}], wait = null;
    text.replace(/^\ufeff/, "").split(/\r?\n/).forEach(function (line, at) {
      var match, depth, top, value;
      function fail() { throw new Error("第 " + (at + 1) + " 行不是网页填报表写的"); }
      if (!line || line.charAt(0) === "#") { return; }
      match = LINE.exec(line);
      if (!match) { fail(); }
      depth = match[1].length;
      if (wait && depth > wait.depth) {
        wait.node[wait.key] = match[2] ? [] : {};
        stack.push({depth: depth, node: wait.node[wait.key]});
      }
      wait = null;
      while (stack.length > 1 && stack[stack.length - 1].depth > depth) { stack.pop(); }
      top = stack[stack.length - 1];
      if (match[2]) {
        if (!Array.isArray(top.node)) { fail(); }
        if (match[3]) {
          top.node.push({});
          top = {depth: depth + 2, node: top.node[top.node.length - 1]};
          stack.push(top);
          depth += 2;
        }
      } else if (Array.isArray(top.node)) { fail(); }
      value = match[3] ? match[4] : match[5];
      if (value === undefined || value === "") {
        wait = {depth: depth, node: top.node, key: match[3]};
        return;
      }
      if (value !== NOTHING && !/^-?[0-9.]+$/.test(value)) {
        try { value = JSON.parse(value.charAt(0) === "{" ? value.replace(/: (-?[0-9.]+)(?=[,}])/g, ': "$1"') : value); } catch (error) { fail(); }
      }
      if (match[3]) { top.node[match[3]] = value; } else { top.node.push(value); }
    });
    return root;
  }

  function partsText(value) {
    return typeof value === "object" && value ? Object.keys(value).map(function (key) { return key + value[key]; }).join("、") : value;
  }

  // A state of the form from the text of its file. An Error says what is wrong with it.
  form.read = function (spec, text) {
    var found = tree(text), keys = spec.keys, state, contact = found[keys.contact] || {};
    function renamed(each, names) {
      var made = {};
      names.forEach(function (name) { made[name] = each[keys[name]]; });
      return made;
    }
    if (found[keys.department] !== spec.department) {
      throw new Error(found[keys.department] ? "这是“" + found[keys.department] + "”的文件\uff0c这张表是" + spec.department + "的" : "这不是网页填报表保存的文件");
    }
    if (found[keys.year] !== String(spec.year)) {
      throw new Error("这是 " + found[keys.year] + " 年度的文件\uff0c这张表是 " + spec.year + " 年度的");
    }
    state = {name: contact[keys.name_of], phone: contact[keys.phone], approved: found[keys.approved_by], parts: {}};
    spec.parts.forEach(function (part) {
      var own = found[keys[part.id]];
      state.parts[part.id] = {
        nothing: own === NOTHING,
        items: Array.isArray(own) ? own.map(function (each) {
          var made = renamed(each, FIELDS);
          made.points = (each[keys.points] || []).join("\n");
          made.figures = (each[keys.figures] || []).map(function (one) {
            var row = renamed(one, ["name", "value", "unit", "previous", "parts"]);
            row.parts = partsText(row.parts);
            return row;
          });
          return made;
        }) : []
      };
    });
    return form.adopt(spec, state);
  };
}(window.reportctl = window.reportctl || {}));
