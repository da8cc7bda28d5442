// Shows the findings that are asked for. Without it the page shows all of them and hides the filters.
(function () {
  "use strict";
  var filters = document.querySelector(".filters");
  var findings = Array.prototype.slice.call(document.querySelectorAll(".finding"));
  var sections = Array.prototype.slice.call(document.querySelectorAll(".department"));
  function wanted() {
    var levels = {};
    Array.prototype.forEach.call(filters.querySelectorAll("[type=checkbox]"), function (box) {
      levels[box.value] = box.checked;
    });
    var rule = filters.querySelector("#rule").value;
    var words = filters.querySelector("#words").value.trim().toLowerCase();
    return function (item) {
      return levels[item.getAttribute("data-level")] &&
        (!rule || item.getAttribute("data-rule") === rule) &&
        (!words || item.textContent.toLowerCase().indexOf(words) >= 0);
    };
  }
  function show() {
    var test = wanted();
    var count = 0;
    findings.forEach(function (item) {
      item.hidden = !test(item);
      count += item.hidden ? 0 : 1;
    });
    sections.forEach(function (section) {
      section.hidden = !section.querySelector(".finding:not([hidden])");
    });
    filters.querySelector("[role=status]").textContent = "显示 " + count + " 条，共 " + findings.length + " 条";
  }
  if (filters) {
    filters.hidden = false;
    filters.addEventListener("input", show);
    filters.addEventListener("change", show);
    show();
  }
}());
