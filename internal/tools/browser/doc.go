// Package browser opens the HTML report in Chromium, for tests: filters,
// keyboard, narrow windows, no script, no network, and what axe-core finds of
// barriers. It has tests only, and nothing imports it.
//
// Chromium is looked for as chromium, chromium-browser or google-chrome;
// WBXGEN_AXE names the file axe.min.js of axe-core, which is no part of this
// project. A test is skipped where it misses one of them, and fails instead if
// WBXGEN_BROWSER is 1, as it is in CI. With WBXGEN_SCREENSHOTS=1 the pictures
// of the report in docs/ are taken anew:
//
//	WBXGEN_SCREENSHOTS=1 go -C internal/tools test -run Screenshots ./browser
package browser
