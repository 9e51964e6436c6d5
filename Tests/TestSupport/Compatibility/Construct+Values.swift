extension Construct {
  /// What values look like.
  static let values: [Construct] = [
    .same("line-feed", WordFile(p(b("x{{ v }}y"))), #"{"v": "a\nb"}"#, "xa↵by\n"),
    .same("tab-in-a-value", WordFile(p(b("x{{ v }}y"))), #"{"v": "a\tb"}"#, "xa⇥by\n"),
    .same("paragraph-in-a-value", WordFile(p(b("x{{ v }}y"))), #"{"v": "a\u0007b"}"#, "xa\nby\n"),
    .better("page-break-in-a-value", WordFile(p(b("x{{ v }}y"))), #"{"v": "a\fb"}"#, "xa⌷by\n"),
    .same("emoji-and-kazakh", WordFile(p("{{ v }}")), #"{"v": "Әлия 🙂 ҰҚ"}"#, "Әлия 🙂 ҰҚ\n"),
    .same("integers", WordFile(p("{{ v }} {{ w }}")), #"{"v": 1000000, "w": -5}"#, "1000000 -5\n"),
    .better(
      "decimals-keep-their-digits", WordFile(p("{{ v }} {{ w + 0.2 }}")),
      #"{"v": 10.50, "w": 0.1}"#,
      "10.50 0.3\n"),
    .better("null", WordFile(p("[{{ v }}]")), #"{"v": null}"#, "[]\n"),
    .better(
      "text-with-list",
      WordFile(p("{{ v }}: {% for i in v %}{{ i }};{% endfor %}{{ v.kind }}")),
      #"{"v": {"$str": "a and b", "$list": ["a", "b"], "kind": "k"}}"#, "a and b: a;b;k\n"),
    .better(
      "localised",
      WordFile(p("{% lang kk %}{{ n }}{% endlang %}/{% lang ru %}{{ n }}{% endlang %}")),
      #"{"n": {"kk": "а", "ru": "б"}}"#, "а/б\n"),
  ]

  /// What is refused, by name.
  static let refusals: [Construct] = [
    .refused(
      "missing-field", WordFile(p("a"), p("{{ client.adress }}")), #"{"client": {"address": "x"}}"#,
      "unknown-field@2"),
    .refused(
      "control-character", WordFile(p("{{ a.b }}")), #"{"a": {"b": "x\u0001y"}}"#,
      "forbidden-character@1"),
    .refused(
      "text-beside-a-paragraph-tag", WordFile(p("text {%p if x %}"), p("B"), p("{%p endif %}")),
      #"{"x": 1}"#, "text-would-be-lost@1"),
    .refused(
      "text-beside-a-paragraph-value", WordFile(p("A {{p x }}")), #"{"x": "v"}"#,
      "text-would-be-lost@1"),
    .refused(
      "block-across-a-table",
      WordFile(p("A {% if x %} B"), tbl(tr(tc(p("C {% endif %} D")), tc(p())))), #"{"x": true}"#,
      "block-crosses-structure@2"),
    .refused(
      "row-tag-outside-a-table", WordFile(p("{%tr if x %}"), p("{%tr endif %}")), #"{"x": 1}"#,
      "no-table@1", "no-table@2"),
    .refused("unknown-filter", WordFile(p("{{ x | uper }}")), #"{"x": 1}"#, "unknown-filter@1"),
    .refused("open-block", WordFile(p("{% if x %}a")), #"{"x": 1}"#, "unclosed-block@1"),
    .refused(
      "rich-text", WordFile(p("{{r x }}")), #"{"x": {"$type": "richtext", "runs": []}}"#,
      "unsupported-value@1"),
    .refused(
      "image", WordFile(p("{{ x }}")), #"{"x": {"$type": "image", "path": "a.png"}}"#,
      "unsupported-value@1"),
    .refused(
      "subdocument", WordFile(p("{{p x }}")), #"{"x": {"$type": "subdoc", "path": "a.docx"}}"#,
      "unsupported-value@1"),
    .refused("container-as-text", WordFile(p("{{ x }}")), #"{"x": [1, 2]}"#, "wrong-type@1"),
    .refused("boolean-as-text", WordFile(p("{{ x }}")), #"{"x": true}"#, "wrong-type@1"),
    .refused(
      "bad-colour", WordFile(tbl(tr(tc(p("{% cellbg c %}x")))), p()), #"{"c": "red"}"#,
      "bad-color@1"),
    .refused(
      "bad-span", WordFile(tbl(tr(tc(p("{% colspan n %}x")))), p()), #"{"n": 0}"#, "bad-span@1"),
    .refused(
      "macro-document",
      {
        var file = WordFile(p("{{ x }}"))
        file.mainType = "application/vnd.ms-word.document.macroEnabled.main+xml"
        return file
      }(), #"{"x": 1}"#, "macro-document@0"),
    .refused(
      "python-host-objects", WordFile(p("{{ x.__class__ }}")), #"{"x": 1}"#, "unknown-field@1"),
    .refused("extends", WordFile(p("{% extends 'a' %}")), "{}", "unsupported-statement@1"),
  ]
}
