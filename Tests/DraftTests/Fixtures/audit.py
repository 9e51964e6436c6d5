"""Prints what the schemas of Open XML say of documents and did not say of their templates.

Beside each document NAME stands its template, template-NAME. Run by ReaderTests.
"""

import sys

from openxml_audit import OpenXmlValidator


def faults(path):
    return {f"{error.error_type} {error.part_uri} {error.description}"
            for error in OpenXmlValidator().validate(path).errors}


for name in sys.argv[1:]:
    known = faults("template-" + name)
    for fault in sorted(faults(name) - known):
        print(name, fault)
