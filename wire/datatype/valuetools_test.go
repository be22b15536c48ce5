package datatype_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"log/slog"
	"math"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/wbxgen/wbxgen/wire/datatype"
)

// valueType is what Go's tools can do with a value type.
type valueType[T any] interface {
	fmt.Stringer
	encoding.TextMarshaler
	encoding.TextAppender
	Equal(T) bool
}

// fits holds a value type against Go's tools, with texts of which the first two are one value and the third is another.
func fits[T valueType[T], P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, must func(string) T, texts ...string) {
	t.Helper()
	one, same, other := must(texts[0]), must(texts[1]), must(texts[2])
	if !cmp.Equal(one, same) || cmp.Equal(one, other) || !cmp.Equal([]*T{&one}, []*T{&same}) {
		t.Errorf("%T: go-cmp does not compare values", one)
	}
	type holder struct {
		V T
		P *T
		S []T
		M map[string]T
		I any
	}
	h := holder{one, &same, []T{one, other}, map[string]T{"a": other}, one}
	data, err := json.Marshal(h)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		if text = must(text).String(); !strings.Contains(string(data), `"`+text+`"`) {
			t.Errorf("%T: json does not show %s: %s", one, text, data)
		}
	}
	back := holder{I: one}
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	back.I = one // json has no type for it
	if d := cmp.Diff(h, back); d != "" {
		t.Errorf("%T: json came back as %s", one, d)
	}
	for _, verb := range []string{"%v", "%s", "%+v"} {
		if got := fmt.Sprintf(verb, one); got != texts[0] {
			t.Errorf("%T: %s writes %s", one, verb, got)
		}
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("m", "v", one, "h", h)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("m", "v", one, "h", h)
	if n := strings.Count(log.String(), texts[0]); n < 4 {
		t.Errorf("%T: slog shows it %d times: %s", one, n, &log)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Errorf("%T: no panic over a wrong text", one)
			}
		}()
		must("no value")
	}()
}

func TestValueTypesFitGosTools(t *testing.T) {
	fits(t, datatype.MustDecimal, "19.90", "+019.9", "19.91")
	fits(t, datatype.MustInteger, "-7", "-007", "7")
	fits(t, datatype.MustDate, "2026-06-30Z", "2026-06-30+00:00", "2026-06-30")
	fits(t, datatype.MustDateTime, "2026-06-30T10:00:00.50Z", "2026-06-30T12:00:00.5+02:00", "2026-06-30T10:00:00.50")
	fits(t, datatype.MustTime, "10:00:00.0", "10:00:00", "10:00:01")
	fits(t, datatype.MustGYear, "2026Z", "2026-00:00", "2026")
	fits(t, datatype.MustGYearMonth, "2026-06Z", "2026-06+00:00", "2026-07Z")
	fits(t, datatype.MustGMonth, "--06Z", "--06+00:00", "--07Z")
	fits(t, datatype.MustGMonthDay, "--02-29Z", "--02-29+00:00", "--02-28Z")
	fits(t, datatype.MustGDay, "---05Z", "---05+00:00", "---06Z")
	fits(t, datatype.MustDuration, "P1Y", "P12M", "P1Y1D")
}

func TestConstructorsOfValues(t *testing.T) {
	day := time.Date(2026, 6, 30, 10, 20, 30, 5e8, time.UTC)
	third, whole := new(big.Rat).SetFrac64(1, 3), big.NewRat(-5, 4)
	or := func(v fmt.Stringer, ok bool) string {
		if !ok {
			return "none"
		}
		return v.String()
	}
	for got, want := range map[string]string{
		datatype.NewDate(2026, time.June, 30).String(): "2026-06-30", datatype.NewDate(2026, 2, 29).String(): "2026-03-01", datatype.NewDate(0, 1, 1).String(): "-0001-01-01",
		datatype.NewDateTime(2026, 6, 30, 25, 0, 0).WithZone(datatype.UTC).String(): "2026-07-01T01:00:00Z", datatype.NewTime(24, 0, 61).String(): "00:01:01",
		datatype.NewGYear(-1).String(): "-0002", datatype.NewGYearMonth(2026, 13).String(): "2027-01", datatype.NewGMonth(12).String(): "--12", datatype.NewGMonthDay(2, 29).String(): "--02-29",
		datatype.NewGDay(31).String(): "---31", datatype.GYearOf(day).String() + "y": "2026y", datatype.GYearMonthOf(day).String(): "2026-06", datatype.GMonthOf(day).String(): "--06",
		datatype.GMonthDayOf(day).String(): "--06-30", datatype.GDayOf(day).String() + "d": "---30d", datatype.DateTimeOf(day).String(): "2026-06-30T10:20:30.5Z",
		or(datatype.DecimalOf(big.NewInt(1990), 2)): "19.90", or(datatype.DecimalOfInt(-5, 3)): "-0.005", or(datatype.DecimalOfInt(5, -3)): "5000", or(datatype.DecimalOfInt(0, 2)): "0.00",
		or(datatype.DecimalOfFloat(0.1)): "0.1", or(datatype.DecimalOfFloat(-1e21)): "-1000000000000000000000", or(datatype.DecimalOfRat(whole)): "-1.25",
		or(datatype.DecimalOfFloat(math.Inf(1))): "none", or(datatype.DecimalOfFloat(math.NaN())): "none", or(datatype.DecimalOfRat(third)): "none",
		or(datatype.NewDuration(14, 90*time.Minute)): "P1Y2MT1H30M", or(datatype.NewDuration(-1, -time.Second)): "-P1MT1S", or(datatype.NewDuration(0, -time.Second)): "-PT1S",
		or(datatype.NewDuration(1, -1)): "none", or(datatype.NewDuration(1<<60, 0)): "none",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	d := datatype.MustDecimal("+019.90")
	if d.Scale() != 2 || d.Reduced().String() != "19.9" || d.Sign() != 1 || datatype.MustDecimal("-0.0").Sign() != 0 || datatype.MustDecimal("-0").Reduced() != (datatype.Decimal{}) {
		t.Error("the scale, the shortest text or the sign is wrong")
	}
	if n, ok := datatype.MustDecimal("7.00").Int64(); !ok || n != 7 {
		t.Error("7.00 is not 7")
	}
	if datatype.UTC.String() != "Z" || datatype.MustInteger("5").Decimal().Scale() != 0 {
		t.Error("wrong text of UTC, or scale of an integer")
	}
}
