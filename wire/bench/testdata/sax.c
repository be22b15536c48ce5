/* Parses a document again and again with the SAX2 interface of libxml2 and prints the median rate in MB/s.
   The handlers only count, so that nothing but parsing is measured. */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static long elements, characters;

static void start(void *ctx, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int nns,
                  const xmlChar **ns, int nattr, int ndef, const xmlChar **attrs) {
  elements++;
}

static void end(void *ctx, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {}

static void text(void *ctx, const xmlChar *ch, int len) { characters += len; }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  FILE *f = fopen(argv[1], "rb");
  if (!f) return 2;
  fseek(f, 0, SEEK_END);
  long size = ftell(f);
  rewind(f);
  char *doc = malloc(size);
  if (fread(doc, 1, size, f) != (size_t)size) return 2;
  fclose(f);

  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start;
  sax.endElementNs = end;
  sax.characters = text;
  sax.ignorableWhitespace = text;

  int rounds = atoi(argv[2]);
  double *rates = malloc(rounds * sizeof *rates);
  for (int r = 0; r < rounds; r++) {
    double from = now();
    long n = 0;
    while (now() - from < 0.15) {
      if (xmlSAXUserParseMemory(&sax, NULL, doc, size) != 0) return 1;
      n++;
    }
    rates[r] = n * size / 1e6 / (now() - from);
  }
  qsort(rates, rounds, sizeof *rates, ascending);
  printf("%.1f\n", rates[rounds / 2]);
  return 0;
}
