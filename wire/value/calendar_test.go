package value

import (
	"fmt"
	"strconv"
	"testing"
	"time"
)

func TestCalendarAgreesWithTime(t *testing.T) {
	start := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := int64(0); n < 4_000_000; n += 97 {
		want := start.AddDate(0, 0, int(n))
		year, month, day := dateOf(n)
		if int(year) != want.Year() || month != int(want.Month()) || day != want.Day() {
			t.Fatalf("day %d is %d-%d-%d, want %s", n, year, month, day, want.Format(time.DateOnly))
		}
		if back := dayNumber(year, month, day); back != n {
			t.Fatalf("%d-%d-%d is day %d, want %d", year, month, day, back, n)
		}
	}
}

func TestCalendarHasNoYearZero(t *testing.T) {
	year, month, day := dateOf(-1)
	if year != -1 || month != 12 || day != 31 {
		t.Errorf("the day before year 1 is %d-%d-%d", year, month, day)
	}
	last := int64(0)
	for n := int64(-1); n >= -146097; n-- {
		year, month, day := dateOf(n)
		if year == 0 {
			t.Fatalf("day %d is in year 0", n)
		}
		if back := dayNumber(year, month, day); back != n {
			t.Fatalf("%d-%d-%d is day %d, want %d", year, month, day, back, n)
		}
		last = year
	}
	if last != -400 {
		t.Errorf("400 years back is year %d", last)
	}
}

func TestCalendarReachesItsLimits(t *testing.T) {
	for _, y := range []int64{MaxYear, -MaxYear} {
		n := dayNumber(y, 12, 31)
		if year, month, day := dateOf(n); year != y || month != 12 || day != 31 {
			t.Errorf("day %d is %d-%d-%d", n, year, month, day)
		}
		text := fmt.Sprintf("%d-12-31T23:59:59-14:00", y)
		if err := ScanMoment(text, DateTime, strconv.Quote, new(Moment)); err != nil {
			t.Error(err)
		}
	}
}

// TestOnlyFourCenturiesAreOneLength proves what Duration.Key builds on: of all
// spans of months below 400 years, none but zero is as long from all starts.
func TestOnlyFourCenturiesAreOneLength(t *testing.T) {
	length := func(months, start int64) int64 {
		d := Duration{Months: months}
		return d.end(start) - Duration{}.end(start)
	}
	for months := int64(1); months <= 4800; months++ {
		same := true
		for _, start := range durationStarts[1:] {
			same = same && length(months, start) == length(months, durationStarts[0])
		}
		if same != (months == 4800) {
			t.Errorf("%d months are as long from every start: %v", months, same)
		}
	}
	if got := length(4800, durationStarts[0]); got != 146097*secondsPerDay {
		t.Errorf("400 years are %d seconds", got)
	}
}
