"""Settings of all tests: how long examples take to draw says how busy the machine is, not whether the program is right."""

from hypothesis import HealthCheck, settings

settings.register_profile("crossfoot", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("crossfoot")
