package datatype

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// spelledDates are texts of the right form, with whether there is such a point
// in time by the calendar of package time.
func spelledDates(years []int) map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, typ := range []string{"date", "dateTime", "gYearMonth", "gMonthDay", "gDay", "gMonth", "time"} {
		all[typ] = map[string]bool{}
	}
	for _, y := range years {
		for m := range 15 {
			all["gYearMonth"][fmt.Sprintf("%04d-%02d", y, m)] = m >= 1 && m <= 12
			all["gMonth"][fmt.Sprintf("--%02d", m)] = m >= 1 && m <= 12
			for d := range 34 {
				ok := isDay(y, m, d)
				all["date"][fmt.Sprintf("%04d-%02d-%02d", y, m, d)] = ok
				all["date"][fmt.Sprintf("%04d-%02d-%02d+15:00", y, m, d)] = false
				all["date"][fmt.Sprintf("%04d-%02d-%02dZ", y, m, d)] = ok
				all["dateTime"][fmt.Sprintf("%04d-%02d-%02dT12:00:00", y, m, d)] = ok
				all["dateTime"][fmt.Sprintf("%04d-%02d-%02dT24:00:00", y, m, d)] = ok
				all["dateTime"][fmt.Sprintf("%04d-%02d-%02dT24:00:01", y, m, d)] = false
				all["gMonthDay"][fmt.Sprintf("--%02d-%02d", m, d)] = isDay(2000, m, d)
				all["gDay"][fmt.Sprintf("---%02d", d)] = d >= 1 && d <= 31
			}
		}
	}
	for h := range 27 {
		for _, rest := range []string{":00:00", ":59:59", ":60:00", ":00:60", ":00:00.5", ":00:00.000", ":00:00-14:00", ":00:00-14:01", ":00:00+13:60"} {
			all["time"][fmt.Sprintf("%02d%s", h, rest)] = h < 24 && !strings.Contains(rest, "60") && rest != ":00:00-14:01" ||
				h == 24 && (rest == ":00:00" || rest == ":00:00.000" || rest == ":00:00-14:00")
		}
	}
	return all
}

func isDay(y, m, d int) bool {
	if y == 0 || m < 1 || m > 12 {
		return false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return d >= 1 && int(t.Month()) == m && t.Day() == d
}

// TestWhatDoesNotExistIsNoWrongForm asks about all days of some years: a text
// of the right form is told what it names does not exist, one of another form
// what the form is.
func TestWhatDoesNotExistIsNoWrongForm(t *testing.T) {
	years := []int{0, 1900, 2000, 2026}
	if os.Getenv("WBXGEN_LONG") != "" && !testing.Short() {
		for y := 1; y <= 2400; y += 7 {
			years = append(years, y)
		}
	}
	for typ, texts := range spelledDates(years) {
		b := builtin(t, typ)
		for text, exists := range texts {
			if typ == "gYearMonth" && strings.HasPrefix(text, "0000") {
				exists = false
			}
			_, err := b.Parse(text, nil)
			switch {
			case (err == nil) != exists:
				t.Errorf("%s as %s: %v, want it to exist: %v", text, typ, err, exists)
			case err != nil && (!strings.Contains(err.Error(), " that does not exist: ") || err.(*Error).Code != codeLexical):
				t.Errorf("%s as %s: %v", text, typ, err)
			}
			for _, other := range []string{"x" + text, text + "x", strings.Replace(text, "-", "/", 1), strings.Replace(text, ":", ".", 1)} {
				if other == text {
					continue
				}
				if _, err := b.Parse(other, nil); err == nil || !strings.Contains(err.Error(), " is not of type xs:"+typ+": ") {
					t.Errorf("%s as %s: %v", other, typ, err)
				}
			}
		}
	}
}

// TestErrorsNameTheTypeThatWasAskedFor gives a wrong text to every built-in
// type and to restrictions of it.
func TestErrorsNameTheTypeThatWasAskedFor(t *testing.T) {
	for _, name := range Builtins() {
		b := Builtin(name)
		if b.Variety() != AtomicVariety {
			continue
		}
		narrowed, _ := b.Restrict([]Facet{{Kind: PatternFacet, Value: ".*"}})
		for _, typ := range []*Type{b, narrowed} {
			for _, text := range []string{"a b:c", "1:2:3", "--", ":", "%%", "\x01"} {
				_, err := typ.Parse(text, nil)
				if err == nil {
					continue
				}
				if e := err.(*Error); e.Code == codeLexical && !strings.Contains(e.Msg, "is not of type xs:"+name+": ") {
					t.Errorf("%q as %s: %v", text, name, err)
				}
			}
		}
	}
}

func TestDurationsSayWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"1D": "it begins with P", "P1.5D": "only seconds have a fraction", "P-1D": "number without a sign", "P1H": "T stands before hours",
		"PT1D": "each once and in this order", "P1D1Y": "each once and in this order", "PT": "each letter follows a number", "PD": "each letter follows a number",
		"P1D1D": "each once", "PT1S1S": "each once", "P": "at least one number", "": "it begins with P",
	} {
		if _, err := builtin(t, "duration").Parse(text, nil); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "is not of type xs:duration: ") {
			t.Errorf("%q: %v, want it to say %q", text, err, want)
		}
	}
}
