// What a text looks like to the program that takes it in: the same codes as its rules, a word for the clerk each.
(function (form) {
  "use strict";
  var HAN = "\\u3005-\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff";
  var CHINESE = HAN + "\\u2014\\u2018-\\u201d\\u2026\\u3001-\\u3003\\u3008-\\u3011\\uff01-\\uff0f\\uff1a-\\uff20";
  var BLANK = "[ \\t\\u3000]*";
  var COUNTED = "[余多]?[年月日次件个名起份项人场册条家户处种台座套部间所位万亿%\\uff05]";
  var PLACEHOLDER = new RegExp([
    "(^|[^A-Za-z0-9])[Xx\\uff38\\uff58]{2,}(?![A-Za-z0-9])",
    "[×✕╳]{2,}", "(^|[^0-9A-Za-z])[*\\uff0a]{2,}", "[_\\uff3f]{2,}", "[?\\uff1f]{2,}", "[○●□■△]{2,}",
    "(^|[^A-Za-z0-9])[Xx\\uff38\\uff58×✕╳](?=" + COUNTED + ")", "[○●□■△](?=" + COUNTED + ")",
    "[(\\uff08][ \\u3000]*[)\\uff09]", "待补充|待填写|待填报", "[请在]此[处]{0,1}填写|[请在]此[处]{0,1}输入|[请在]此[处]{0,1}补充", "某某(?=[省市州县区旗乡镇街村局])",
    "[【\\[][^】\\]\\n]{0,12}(待|填|补充)[^】\\]\\n]{0,12}[】\\]]"
  ].join("|"));
  var HALF = new RegExp("[" + CHINESE + "]" + BLANK + "[,:;?!()]|[,:;?!()]" + BLANK + "[" + CHINESE + "]");
  var QUOTED = new RegExp("[" + HAN + "]\"|\"[" + HAN + "]");
  var NUMBER = new RegExp("^\\s*(" + [
    "第[一二三四五六七八九十]{1,3}[\\uff0c、]", "[一二三四五六七八九十]{1,3}([、.\\uff0e]|是(?![否非]))",
    "[(\\uff08]([一二三四五六七八九十]{1,3}|[0-9]{1,2})[)\\uff09]", "[0-9]{1,2}([、\\uff0e]|[.)\\uff09](?![0-9]))",
    "[\\u2460-\\u2473]"
  ].join("|") + ")");
  var PAIRS = "《》〈〉“”‘’\uff08\uff09〔〕【】「」『』";
  var SENTENCE = /[^。\uff1f\uff01\n]+/g;

  // Characters as people count them: what needs two units of a string is one.
  function size(text) {
    return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "x").length;
  }

  function odd(text) {
    var open = [], found = "", i, at;
    for (i = 0; i < text.length && !found; i += 1) {
      at = PAIRS.indexOf(text.charAt(i) === "(" ? "\uff08" : text.charAt(i) === ")" ? "\uff09" : text.charAt(i));
      if (text.charAt(i) === "’" && /[0-9A-Za-z]/.test(text.charAt(i - 1)) && /[0-9A-Za-z]/.test(text.charAt(i + 1))) {
        at = -1;
      }
      if (at >= 0 && at % 2 === 0) {
        open.push(at);
      } else if (at >= 0 && (!open.length || open.pop() !== at - 1)) {
        found = text.charAt(i);
      }
    }
    return found || (open.length ? PAIRS.charAt(open[0]) : text.split('"').length % 2 ? "" : '"');
  }

  // The findings of one text: [code, level, words].
  form.check = function (kind, text, limits) {
    var found = [], mark, bare = text.replace(NUMBER, ""), longest;
    if (!text.replace(/\s/g, "")) {
      return found;
    }
    if (PLACEHOLDER.test(text)) {
      found.push(["placeholder", "error", "还有没填完的地方"]);
    } else {
      if (HALF.test(text) || (QUOTED.test(text) && text.split('"').length % 2)) {
        found.push(["half-width", "note", "有半角标点\uff0c汇总时自动改成全角\uff0c可以不管"]);
      }
      if (bare !== text && (kind !== "text" || text.split("\n").length < 2)) {
        found.push(["typed-number", "warning", "前面不用写序号\uff0c程序统一编"]);
      }
    }
    mark = odd(kind === "text" ? text : bare);
    if (mark) {
      found.push(["unpaired", "warning", mark + " 没有配成一对"]);
    }
    if (kind === "heading") {
      if (size(text) > limits.heading) {
        found.push(["long-heading", "note", "标题有 " + size(text) + " 字\uff0c最好不超过 " + limits.heading + " 字"]);
      }
    } else {
      longest = Math.max.apply(null, (text.match(SENTENCE) || [""]).map(size)) + 1;
      if (longest > limits.sentence) {
        found.push(["long-sentence", "note", "有一句 " + longest + " 字\uff0c最好断成几句"]);
      }
      if (size(text) > limits.item) {
        found.push(["long-item", "note", "共 " + size(text) + " 字\uff0c最好不超过 " + limits.item + " 字"]);
      }
    }
    return found.filter(function (one) { return (limits.ignore || []).indexOf(one[0]) < 0; });
  };
  form.size = size;
}(window.reportctl = window.reportctl || {}));
