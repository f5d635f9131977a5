"""Settings of all tests: slow drawing of examples tells of a busy machine, not of a wrong program."""

from hypothesis import HealthCheck, settings

settings.register_profile("crossfoot", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("crossfoot")
