extension Construct {
  /// Tags that take rows and cells, or say something about them.
  static let tables: [Construct] = [
    .same(
      "row-for",
      WordFile(
        tbl(
          tr(tc(p("head")), tc(p("er"))), tr(tc(p("{%tr for r in rows %}")), tc(p())),
          tr(tc(p("{{ r.a }}")), tc(p("{{ r.b }}"))), tr(tc(p("{%tr endfor %}")), tc(p()))),
        p("after")),
      #"{"rows": [{"a": 1, "b": 2}, {"a": 3, "b": 4}]}"#, "head|er|\n1|2|\n3|4|\nafter\n"),
    .same(
      "row-if-else",
      WordFile(
        tbl(
          tr(tc(p("{%tr if x %}")), tc(p())), tr(tc(p("A")), tc(p("B"))),
          tr(tc(p("{%tr else %}")), tc(p())), tr(tc(p("C")), tc(p("D"))),
          tr(tc(p("{%tr endif %}")), tc(p()))), p("after")), #"{"x": false}"#, "C|D|\nafter\n"),
    .better(
      "table-emptied",
      WordFile(
        p("before"),
        tbl(
          tr(tc(p("{%tr for r in rows %}")), tc(p())), tr(tc(p("{{ r }}")), tc(p("x"))),
          tr(tc(p("{%tr endfor %}")), tc(p()))), p("after")), #"{"rows": []}"#, "before\nafter\n"),
    .better(
      "for-and-endfor-in-one-row",
      WordFile(
        tbl(tr(tc(p("{%tr for r in rows %}{{ r }}")), tc(p("y{%tr endfor %}")))), p("after")),
      #"{"rows": [1, 2]}"#, "1|y|\n2|y|\nafter\n"),
    .better(
      "plain-tags-alone-in-rows",
      WordFile(
        tbl(
          tr(tc(p("{% for r in rows %}")), tc(p())), tr(tc(p("{{ r }}")), tc(p("x"))),
          tr(tc(p("{% endfor %}")), tc(p()))), p("after")), #"{"rows": [1, 2]}"#,
      "1|x|\n2|x|\nafter\n"),
    .same(
      "cell-for",
      WordFile(
        tbl(
          columns: 3, tr(tc(p("{%tc for c in cs %}")), tc(p("{{ c }}")), tc(p("{%tc endfor %}")))),
        p("after")), #"{"cs": [1, 2, 3, 4]}"#, "1|2|3|4|\nafter\n"),
    .same(
      "paragraph-for-in-a-cell",
      WordFile(
        tbl(tr(tc(p("{%p for i in xs %}"), p("{{ i }}"), p("{%p endfor %}"), p("z")), tc(p("B")))),
        p("after")), #"{"xs": [1, 2]}"#, "1\n2\nz|B|\nafter\n"),
    .better(
      "cell-emptied",
      WordFile(tbl(tr(tc(p("{%p if x %}"), p("A"), p("{%p endif %}")), tc(p("B")))), p("after")),
      #"{"x": false}"#, "|B|\nafter\n"),
    .same(
      "cell-background", WordFile(tbl(tr(tc(p("{% cellbg color %}x")), tc(p("y")))), p("after")),
      #"{"color": "FFCC00"}"#, "x|y|\nafter\n"),
    .same(
      "column-span",
      WordFile(tbl(tr(tc(p("{% colspan n %}x"))), tr(tc(p("a")), tc(p("b")))), p("after")),
      #"{"n": 2}"#, "x|\na|b|\nafter\n"),
    .same(
      "vertical-merge",
      WordFile(
        tbl(
          tr(tc(p("{%tr for r in rows %}")), tc(p())),
          tr(tc(p("{% vm %}all")), tc(p("{{ r }}"))), tr(tc(p("{%tr endfor %}")), tc(p()))),
        p("after")), #"{"rows": [1, 2]}"#, "all|1|\n|2|\nafter\n"),
    .same(
      "horizontal-merge",
      WordFile(
        tbl(
          columns: 3,
          tr(tc(p("{%tc for c in cs %}")), tc(p("{% hm %}all")), tc(p("{%tc endfor %}")))),
        p("after")), #"{"cs": [1, 2, 3]}"#, "all|\nafter\n"),
    .same(
      "nested-table",
      WordFile(
        tbl(
          tr(
            tc(p("o"), tbl(columns: 1, tr(tc(p("{{ x }}")))), p("e")),
            tc(p("{% if x %}y{% endif %}")))), p("after")), #"{"x": "v"}"#,
      "o\nv|\ne|y|\nafter\n"),
  ]
}
