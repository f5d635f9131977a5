"""What tables from outside must meet before they are used, as Great Expectations suites.

Beside them the rule book as Expectations for pipelines. Great Expectations is imported only inside the functions that
need it; `expectations.suites.gx` holds the classes that extend it.
"""
