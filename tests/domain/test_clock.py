"""What time it is, at this workplace."""

from datetime import UTC, date, datetime

from hankeapp.domain.clock import Clock


def test_a_clock_stands():
    clock = Clock.standing(2026, 11, 24)
    assert clock.today() == date(2026, 11, 24)
    assert clock.now() == clock.now()


def test_today_is_the_day_at_the_workplace():
    late = Clock(lambda: datetime(2026, 11, 24, 22, 30, tzinfo=UTC))
    assert late.today() == date(2026, 11, 25)  # in Finland


def test_a_clock_of_its_own_tells_utc():
    assert Clock().now().tzinfo is UTC
