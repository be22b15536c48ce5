package upload_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/wbxgen/wbxgen/examples/upload"
)

const (
	valid = `<report xmlns="urn:example:report">
  <station>north</station>
  <reading><time>2026-03-01T08:00:00Z</time><celsius>4.5</celsius></reading>
</report>`
	invalid = `<report xmlns="urn:example:report">
  <station>north</station>
  <reading><time>8 o'clock</time><celsius>4.5</celsius></reading>
  <reading><time>2026-03-01T09:00:00Z</time></reading>
</report>`
)

// Example uploads a report that is wrong in two places.
func Example() {
	handler, err := upload.Handler()
	if err != nil {
		fmt.Println(err)
		return
	}
	server := httptest.NewServer(handler)
	defer server.Close()

	resp, err := http.Post(server.URL, "application/xml", strings.NewReader(invalid))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	var problems []upload.Problem
	if err := json.NewDecoder(resp.Body).Decode(&problems); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(resp.Status)
	for _, p := range problems {
		fmt.Printf("%d:%d %s: %s\n", p.Line, p.Column, p.Path, p.Message)
	}
	// Output:
	// 422 Unprocessable Entity
	// 3:12 /report/reading/time: element "time": "8 o'clock" is not of type xs:dateTime: the year needs at least four digits; write YYYY-MM-DDThh:mm:ss, with a time zone such as Z or +01:00 or without
	// 4:45 /report/reading: "reading" ends too early; expected "{urn:example:report}celsius"
}

// send returns the answer to an upload.
func send(t *testing.T, body io.Reader) (status int, problems []upload.Problem) {
	t.Helper()
	handler, err := upload.Handler()
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/", body))
	if w.Body.Len() > 0 {
		if err := json.Unmarshal(w.Body.Bytes(), &problems); err != nil {
			t.Fatalf("%v: %s", err, w.Body)
		}
	}
	return w.Code, problems
}

// TestEachUploadHasItsAnswer sends what is right, wrong, broken and too large.
func TestEachUploadHasItsAnswer(t *testing.T) {
	large := strings.Replace(valid, "<station>", "<!--"+strings.Repeat("x", 2<<20)+"--><station>", 1)
	deep := strings.Repeat("<report>", 40)
	for _, c := range []struct {
		name, body string
		status     int
		rule       string
		line       int
	}{
		{"valid", valid, http.StatusNoContent, "", 0},
		{"invalid", invalid, http.StatusUnprocessableEntity, "cvc-", 3},
		{"broken", valid[:60], http.StatusUnprocessableEntity, "xml-well-formed", 2},
		{"empty", "", http.StatusUnprocessableEntity, "xml-well-formed", 1},
		{"large", large, http.StatusBadRequest, "wbxgen-", 2},
		{"deep", deep, http.StatusUnprocessableEntity, "cvc-", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, problems := send(t, strings.NewReader(c.body))
			if status != c.status || (len(problems) == 0) != (c.rule == "") {
				t.Fatalf("%d, %+v", status, problems)
			}
			if c.rule != "" && (!strings.HasPrefix(problems[0].Rule, c.rule) || problems[0].Line != c.line || problems[0].Column == 0) {
				t.Errorf("%+v", problems[0])
			}
		})
	}
}
