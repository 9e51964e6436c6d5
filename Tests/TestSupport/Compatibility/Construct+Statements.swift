extension Construct {
  /// Statements within text and over it.
  static let statements: [Construct] = [
    .same(
      "if-elif-else",
      WordFile(p("{% if x == 1 %}one{% elif x == 2 %}two{% else %}many{% endif %}.")),
      #"{"x": 2}"#, "two.\n"),
    .same(
      "if-over-runs", WordFile(p("A{% if x %}", b("B"), i("C"), "{% endif %}D")), #"{"x": true}"#,
      "ABCD\n"),
    .same(
      "if-over-paragraphs", WordFile(p("A{% if x %}B"), p("C"), p("D{% endif %}E")),
      #"{"x": false}"#, "AE\n"),
    .same(
      "for",
      WordFile(p("{% for i in xs %}{{ i }}{% if not loop.last %}, {% endif %}{% endfor %}.")),
      #"{"xs": ["a", "b", "c"]}"#, "a, b, c.\n"),
    .same(
      "for-if-else",
      WordFile(
        p(
          "{% for i in xs if i > 1 %}{{ i }} {% endfor %}{% for i in [] %}{% else %}none{% endfor %}"
        )),
      #"{"xs": [1, 2, 3]}"#, "2 3 none\n"),
    .same(
      "loop-variables",
      WordFile(
        p(
          "{% for i in xs %}{{ loop.index }}/{{ loop.length }}{{ loop.index0 }}{{ loop.revindex }}",
          "{{ '(' if loop.first }}{{ ')' if loop.last }} {{ loop.cycle('odd', 'even') }};{% endfor %}"
        )),
      #"{"xs": ["a", "b"]}"#, "1/202( odd;2/211) even;\n"),
    .same(
      "for-over-runs", WordFile(p("{% for i in xs %}", b("{{ i }}"), ";{% endfor %}")),
      #"{"xs": [1, 2]}"#, "1;2;\n"),
    .same(
      "for-unpacking", WordFile(p("{% for a, b in xs %}{{ a }}{{ b }} {% endfor %}")),
      #"{"xs": [[1, 2], [3, 4]]}"#, "12 34 \n"),
    .same(
      "nested-for",
      WordFile(
        p(
          "{% for a in xs %}{% for b in a.ys %}{{ a.n }}{{ b }}{{ loop.index }} {% endfor %}{% endfor %}"
        )),
      #"{"xs": [{"n": "p", "ys": [1, 2]}, {"n": "q", "ys": [3]}]}"#, "p11 p22 q31 \n"),
    .same("set", WordFile(p("{% set x = 2 %}B{{ x + 1 }}")), "{}", "B3\n"),
    .same(
      "set-block", WordFile(p("{% set s %}{{ v }} co{% endset %}{{ s }}/{{ s | upper }}")),
      #"{"v": "ab"}"#, "ab co/AB CO\n"),
    .same(
      "with", WordFile(p("{% with y = x + 1 %}{{ y }}{% endwith %}")), #"{"x": 1}"#, "2\n"),
    .same(
      "namespace",
      WordFile(
        p(
          "{% set ns = namespace(n=0) %}{% for i in xs %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}"
        )),
      #"{"xs": [1, 2]}"#, "3\n"),
    .same(
      "macro",
      WordFile(
        p("{% macro f(x, y='d') %}[{{ x }}{{ y }}]{% endmacro %}{{ f('a') }}{{ f('b', 'c') }}")),
      "{}", "[ad][bc]\n"),
    .same(
      "call",
      WordFile(
        p("{% macro f() %}<<{{ caller() }}>>{% endmacro %}{% call f() %}in{% endcall %}")
      ), "{}", "<<in>>\n"),
    .same("filter-block", WordFile(p("{% filter upper %}ab", "{% endfilter %}")), "{}", "AB\n"),
    .better(
      "filter-block-over-runs", WordFile(p("{% filter upper %}ab", b("cd"), "{% endfilter %}")),
      "{}",
      "ABCD\n"),
    .same("range", WordFile(p("{% for i in range(1, 4) %}{{ i }}{% endfor %}")), "{}", "123\n"),
    .same(
      "recursive-loop",
      WordFile(
        p("{% for n in t recursive %}{{ n.k }}{% if n.c %}({{ loop(n.c) }}){% endif %}{% endfor %}")
      ),
      #"{"t": [{"k": "a", "c": [{"k": "b", "c": []}]}]}"#, "a(b)\n"),
    .same(
      "list-append",
      WordFile(
        p(
          "{% set l = [] %}{% for i in xs %}{% if l.append(i * 2) %}{% endif %}{% endfor %}{{ l | join(',') }}"
        )),
      #"{"xs": [1, 2]}"#, "2,4\n"),
    .better(
      "calling-data", WordFile(p("{{ users[0].name.full() }} {{ name }}")),
      #"{"users": [{"name": {"full": "Ann Lee"}}], "name": "x"}"#, "Ann Lee x\n"),
  ]

  /// Tags that take whole paragraphs.
  static let paragraphs: [Construct] = [
    .same(
      "paragraph-if", WordFile(p("A"), p("{%p if x %}"), p("B"), p("{%p endif %}"), p("C")),
      #"{"x": true}"#, "A\nB\nC\n"),
    .same(
      "paragraph-if-else",
      WordFile(p("{%p if x %}"), p("A"), p("{%p else %}"), p("B"), p("{%p endif %}"), p("C")),
      #"{"x": false}"#, "B\nC\n"),
    .same(
      "paragraph-for",
      WordFile(p("{%p for i in xs %}"), p("– {{ i }}"), p("{%p endfor %}"), p("end")),
      #"{"xs": ["a", "b"]}"#, "– a\n– b\nend\n"),
    .better(
      "plain-tags-alone-in-paragraphs",
      WordFile(p("A"), p("{% if x %}"), p("B"), p("{% else %}"), p("C"), p("{% endif %}"), p("D")),
      #"{"x": true}"#, "A\nB\nD\n"),
    .better(
      "several-paragraph-tags-in-one",
      WordFile(
        p("{%p for i in xs %}{%p if i %}"), p("{{ i }}"), p("{%p endif %}{%p endfor %}"), p("end")),
      #"{"xs": [1, 0, 2]}"#, "1\n2\nend\n"),
    .same("paragraph-comment", WordFile(p("A"), p("{#p no #}"), p("B")), "{}", "A\nB\n"),
    .better(
      "paragraph-value", WordFile(p("A"), p("{{p x }}"), p("B")), #"{"x": "v"}"#, "A\nv\nB\n"),
    .same("paragraph-set", WordFile(p("{%p set x = 1 %}"), p("{{ x }}")), "{}", "1\n"),
    .same(
      "joins",
      WordFile(p("My list:"), p("{%- for i in xs -%}"), p(" {{ i }}"), p("{%- endfor -%}"), p(".")),
      #"{"xs": [1, 2]}"#, "My list: 1 2.\n"),
    .same(
      "paragraph-macro",
      WordFile(
        p("{%p macro item(x) %}"), p(b("[{{ x }}]")), p("{%p endmacro %}"), p("{{p item('a') }}"),
        p("{{p item('b & c') }}")), "{}", "[a]\n[b & c]\n"),
    .better(
      "section-break-in-a-tag-paragraph",
      WordFile(
        p("A"),
        "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"100\" w:h=\"100\"/></w:sectPr></w:pPr><w:r><w:t>{%p if x %}</w:t></w:r></w:p>",
        p("B"), p("{%p endif %}")), #"{"x": true}"#, "A\nB\n"),
    .better(
      "loop-over-bookmarks-and-drawings",
      WordFile(
        p("{%p for i in xs %}"),
        p(
          raw("<w:bookmarkStart w:id=\"7\" w:name=\"b\"/>"), "{{ i }}",
          raw("<w:bookmarkEnd w:id=\"7\"/>"),
          raw(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"9525\" cy=\"9525\"/><wp:docPr id=\"3\" name=\"d\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:prstGeom prst=\"rect\"/></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
          )), p("{%p endfor %}")), #"{"xs": [1, 2, 3]}"#, "1\n2\n3\n"),
  ]
}
