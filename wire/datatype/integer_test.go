package datatype_test

import (
	"math/big"
	"testing"

	"github.com/wbxgen/wbxgen/wire/datatype"
)

func TestIntegerKeepsAnySize(t *testing.T) {
	for text, want := range map[string]string{
		" 12 ": "12", "+007": "+007", "-0": "-0", "-5": "-5",
		"123456789012345678901234567890": "123456789012345678901234567890",
	} {
		v, err := datatype.ParseInteger(text)
		if err != nil || v.String() != want {
			t.Errorf("%q: got %s, %v, want %s", text, v, err, want)
		}
	}
	for _, text := range []string{"", "1.0", "1.", "0x1", "--1", "1e3", "٣"} {
		if v, err := datatype.ParseInteger(text); err == nil {
			t.Errorf("%q was read as %s", text, v)
		}
	}
}

func TestIntegerComparesByValue(t *testing.T) {
	large, ok := datatype.BigIntegerOf(new(big.Int).Lsh(big.NewInt(1), 100))
	if _, small := large.Int64(); !ok || small {
		t.Error("2^100 was cut to 64 bits")
	}
	if datatype.IntegerOf(3).Compare(large) != -1 || large.Compare(large) != 0 || datatype.IntegerOf(-1).Sign() != -1 {
		t.Error("wrong order")
	}
	if a := datatype.MustInteger("+03"); !a.Equal(datatype.IntegerOf(3)) || a.Reduced() != datatype.IntegerOf(3) {
		t.Error("+03 is not 3")
	}
}
