extension Construct {
  /// Tags within a line of text.
  static let inline: [Construct] = [
    .same(
      "value", WordFile(p("Dear {{ name }}, hello")), #"{"name": "Ann"}"#, "Dear Ann, hello\n"),
    .same(
      "value-split-over-runs", WordFile(p("Dear {{ na", b("me"), " }}!")), #"{"name": "Ann"}"#,
      "Dear Ann!\n"),
    .same(
      "braces-split-over-runs", WordFile(p("a {", "{", b(" na"), i("me "), "}", "} z")),
      #"{"name": "Ann"}"#, "a Ann z\n"),
    .better(
      "value-with-markup-characters", WordFile(p("{{ name }}.")), #"{"name": "A & B <C>"}"#,
      "A & B <C>.\n"),
    .same(
      "attribute-and-index", WordFile(p("{{ a.b[1].c }} {{ a['b'][0].c }} {{ a.b[-1]['c'] }}")),
      #"{"a": {"b": [{"c": 1}, {"c": 2}]}}"#, "2 1 2\n"),
    .same(
      "slices", WordFile(p("{{ s[:3] }} {{ s[1:] }} {{ xs[1:3] | join('-') }}")),
      #"{"s": "abcde", "xs": [1, 2, 3, 4]}"#, "abc bcde 2-3\n"),
    .same(
      "arithmetic",
      WordFile(p("{{ a + b * 2 }} {{ a // 2 }} {{ a % 2 }} {{ a ** 2 }} {{ a / 2 }}")),
      #"{"a": 7, "b": 3}"#, "13 3 1 49 3.5\n"),
    .same(
      "comparison-and-logic",
      WordFile(p("{% if a > 1 and not (b < 1 or c == 'x') %}yes{% else %}no{% endif %}")),
      #"{"a": 2, "b": 1, "c": "y"}"#, "yes\n"),
    .same(
      "inline-if", WordFile(p("{{ 'yes' if a else 'no' }} {{ 'x' if b }}.")),
      #"{"a": true, "b": false}"#, "yes .\n"),
    .same("concatenation", WordFile(p("{{ a ~ '-' ~ b }}")), #"{"a": 1, "b": "x"}"#, "1-x\n"),
    .same(
      "membership", WordFile(p("{{ 'in' if 2 in xs else 'out' }} {{ 'k' if 'z' not in m }}")),
      #"{"xs": [1, 2], "m": {"a": 1}}"#, "in k\n"),
    .same(
      "filters-of-text",
      WordFile(
        p("{{ s | upper }} {{ s | title }} {{ s | capitalize }} {{ s | replace('b', 'x') }} "),
        p("{{ s | trim | length }} {{ '%s-%s' | format(1, 'b') }}")),
      #"{"s": "ab cb"}"#, "AB CB Ab Cb Ab cb ax cx \n5 1-b\n"),
    .same(
      "filters-of-lists",
      WordFile(
        p(
          "{{ xs | join(', ') }} {{ xs | length }} {{ xs | first }} {{ xs | last }} {{ xs | sum }} "
        ),
        p("{{ xs | sort | join }} {{ xs | unique | list | length }} {{ xs | max }} {{ xs | min }}")),
      #"{"xs": [3, 1, 2, 1]}"#, "3, 1, 2, 1 4 3 1 7 \n1123 3 3 1\n"),
    .same(
      "filters-that-choose",
      WordFile(
        p("{{ xs | selectattr('ok') | map(attribute='n') | join(',') }} "),
        p("{{ xs | rejectattr('ok') | map(attribute='n') | join(',') }} "),
        p("{{ ns | select('even') | join(',') }} {{ ns | map('string') | join('+') }}")),
      #"{"xs": [{"n": "a", "ok": true}, {"n": "b", "ok": false}], "ns": [1, 2, 3, 4]}"#,
      "a \nb \n2,4 1+2+3+4\n"),
    .same(
      "filters-of-mappings",
      WordFile(
        p(
          "{% for k, v in m | dictsort %}{{ k }}={{ v }};{% endfor %}",
          "{% for g, l in xs | groupby('t') %}{{ g }}:{{ l | length }} {% endfor %}")),
      #"{"m": {"b": 2, "a": 1}, "xs": [{"t": 1}, {"t": 2}, {"t": 1}]}"#, "a=1;b=2;1:2 2:1 \n"),
    .same(
      "filters-of-numbers",
      WordFile(p("{{ a | round(1) }} {{ a | int }} {{ b | abs }} {{ '7' | int + 1 }}")),
      #"{"a": 2.46, "b": -3}"#, "2.5 2 3 8\n"),
    .same(
      "default", WordFile(p("{{ a | default('–') }} {{ b.c | default('x') }}")), #"{"b": {}}"#,
      "– x\n"),
    .same(
      "tests",
      WordFile(
        p(
          "{% if a is defined and b is not defined and a is number and c is string %}1{% endif %}",
          "{% if a is even and xs is iterable and m is mapping and n is none %}2{% endif %}",
          "{% if a is divisibleby 2 and a is not odd and a is in xs %}3{% endif %}")),
      #"{"a": 2, "c": "x", "xs": [2], "m": {}, "n": null}"#, "123\n"),
    .same(
      "methods-of-text",
      WordFile(
        p(
          "{{ s.upper() }} {{ s.split(' ')[1] }} {{ 'y' if s.startswith('a') }} {{ s.replace('b','') }}."
        )),
      #"{"s": "ab cb"}"#, "AB CB cb y a c.\n"),
    .same(
      "methods-of-mappings",
      WordFile(p("{% for k, v in m.items() %}{{ k }}{{ v }} {% endfor %}{{ m.get('z', 'none') }}")),
      #"{"m": {"a": 1, "b": 2}}"#, "a1 b2 none\n"),
    .same(
      "trim-marks-within-a-line", WordFile(p("a {%- if x -%} b {%- endif -%} c")), #"{"x": true}"#,
      "abc\n"),
    .same("comments", WordFile(p("A{# no ", b("one"), " #}B")), "{}", "AB\n"),
    .same("literal-braces", WordFile(p("{_{ x }_} {_% y %_}")), "{}", "{{ x }} {% y %}\n"),
    .better(
      "literal-braces-split-over-runs", WordFile(p("{_", b("{ x }"), "_}")), "{}", "{{ x }}\n"),
    .same("raw", WordFile(p("{% raw %}{{ x }}{% endraw %}")), "{}", "{{ x }}\n"),
    .same(
      "curly-double-quotes", WordFile(p("{% if x == “a” %}yes{% endif %}")), #"{"x": "a"}"#, "yes\n"
    ),
    .better(
      "guillemets-and-low-quotes",
      WordFile(p("{% if x == «a» %}yes{% endif %}{% if x == „a“ %}yes{% endif %}")), #"{"x": "a"}"#,
      "yesyes\n"),
    .better("dash-for-minus", WordFile(p("{{ x – 1 }}")), #"{"x": 3}"#, "2\n"),
    .same(
      "no-break-spaces-in-tags",
      WordFile(p("{{\u{A0}x\u{A0}}} {%\u{A0}if\u{A0}x\u{A0}%}y{% endif %}")),
      #"{"x": 3}"#, "3 y\n"),
    .same(
      "breaks-and-tabs-in-tags", WordFile(p("{{", br, "x", tab, "}}!")), #"{"x": 1}"#, "1!\n"),
    .same(
      "cyrillic-names",
      WordFile(p("{{ Клиент.Имя }} {% for қол in қолдар %}{{ қол }};{% endfor %}")),
      #"{"Клиент": {"Имя": "Әлия"}, "қолдар": [1, 2]}"#, "Әлия 1;2;\n"),
    .better("run-tag", WordFile(p("a ", b("{{r x }}"), " z")), #"{"x": "v"}"#, "a v z\n"),
  ]
}
