package codec

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/datatype"
)

type ratio float64

// gauge has numbers in each shape that a field has.
type gauge struct {
	GaugeAttrs
	Need     float64 `xml:"need"`
	Small    float32 `json:"small"`
	Maybe    *float64
	None     *float32
	Named    ratio
	Many     []float64
	Lists    [][]ratio
	Void     wire.Nillable[float64]
	Voids    []wire.Nillable[ratio]
	Group    []gaugeGroup
	Below    *gauge
	Exact    datatype.Decimal
	Any      any
	XMLExtra wire.Extra `json:",omitzero"`
}

// GaugeAttrs is an attribute group that types embed.
type GaugeAttrs struct{ Low, High float64 }

// XMLAttrs is a method, as generated ones have.
func (*GaugeAttrs) XMLAttrs() {}

type gaugeGroup struct {
	A string
	B *float64
}

func (v gauge) MarshalJSON() ([]byte, error)     { return MarshalJSON(&v) }
func (v *gauge) UnmarshalJSON(data []byte) error { return UnmarshalJSON(data, v) }

func TestMessagesOfJSONNameTheType(t *testing.T) {
	for in, want := range map[string]string{
		`[1]`:            "json: cannot unmarshal array into Go value of type codec.gauge",
		`{"Below":[1]}`:  "json: cannot unmarshal array into Go struct field .Below of type codec.gauge",
		`{"Exact":true}`: "",
	} {
		err := json.Unmarshal([]byte(in), new(gauge))
		if err == nil || want != "" && err.Error() != want {
			t.Errorf("%s: %v, want %s", in, err, want)
		}
	}
}

func TestNumbersInJSON(t *testing.T) {
	nan, inf, x := math.NaN(), math.Inf(-1), 0.1
	voided := ratio(math.Inf(1))
	v := gauge{
		GaugeAttrs: GaugeAttrs{Low: inf, High: 2},
		Need:       nan, Small: float32(math.Inf(1)), Maybe: &inf, Named: 1.5, Many: []float64{1, nan}, Lists: [][]ratio{{2}, {ratio(inf)}},
		Void: wire.Nillable[float64]{Value: &inf}, Voids: []wire.Nillable[ratio]{{Nil: true}, {Value: &voided}},
		Group: []gaugeGroup{{"a", &nan}, {"b", nil}}, Below: &gauge{Need: nan, Small: 0.1, Maybe: &x}, Exact: datatype.MustDecimal("1.50"),
	}
	v.XMLExtra.SetType(wire.QName{Space: "urn:x", Local: "t"})
	data, err := json.Marshal([]gauge{v}) // a value that has no address
	if err != nil {
		t.Fatal(err)
	}
	const want = `[{"Low":"-INF","High":2,"Need":"NaN","small":"INF","Maybe":"-INF","None":null,"Named":1.5,"Many":[1,"NaN"],"Lists":[[2],["-INF"]],` +
		`"Void":{"Value":"-INF","Nil":false},"Voids":[{"Value":null,"Nil":true},{"Value":"INF","Nil":false}],` +
		`"Group":[{"A":"a","B":"NaN"},{"A":"b","B":null}],"Below":{"Low":0,"High":0,"Need":"NaN","small":0.1,"Maybe":0.1,"None":null,"Named":0,"Many":null,"Lists":null,` +
		`"Void":{"Value":null,"Nil":false},"Voids":null,"Group":null,"Below":null,"Exact":"0","Any":null},"Exact":"1.50","Any":null,"XMLExtra":{"Type":"{urn:x}t"}}]`
	if string(data) != want {
		t.Errorf("got  %s\nwant %s", data, want)
	}
	var back []gauge
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]gauge{v}, back, cmpopts.EquateNaNs()); d != "" {
		t.Error(d)
	}
	for _, wrong := range []string{`{"Need":"1"}`, `{"Need":true}`, `{"Many":["Inf"]}`, `{"small":1e300}`} {
		if err := json.Unmarshal([]byte(wrong), new(gauge)); err == nil {
			t.Errorf("%s is read", wrong)
		}
	}
}
