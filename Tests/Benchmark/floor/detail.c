/* The floor: the cells of sla.csv written by libxlsxwriter in constant memory, and nothing else.
 *
 *   detail SLA.CSV OUTPUT.XLSX
 *
 * The file is read and parsed first; the seconds printed (wall, CPU) are those of writing alone. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

enum { COLUMNS = 19 };
/* i: instant, n: number, t: text; in the order of the columns of sla.csv. */
static const char kinds[COLUMNS + 1] = "tttttiiitiiititttnn";

typedef struct {
  const char *text; /* NULL where the cell is empty */
  double number;
} cell;

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

/* Days from 1899-12-30, as Excel counts them; 24:00 is the next day's 0:00. */
static double serial(const char *s) {
  int y = atoi(s), m = atoi(s + 5), d = atoi(s + 8);
  int a = (14 - m) / 12, yy = y + 4800 - a, mm = m + 12 * a - 3;
  int julian = d + (153 * mm + 2) / 5 + 365 * yy + yy / 4 - yy / 100 + yy / 400 - 32045;
  return julian - 2415019 + (atoi(s + 11) * 3600 + atoi(s + 14) * 60 + atoi(s + 17)) / 86400.0;
}

/* Splits the file in place; the made-up months have no quotes in these columns. */
static size_t parse(char *bytes, cell **cells) {
  size_t rows = 0, room = 1 << 16;
  *cells = malloc(room * COLUMNS * sizeof(cell));
  char *at = strchr(bytes, '\n') + 1;
  while (*at) {
    if (rows == room) *cells = realloc(*cells, (room *= 2) * COLUMNS * sizeof(cell));
    cell *row = *cells + rows++ * COLUMNS;
    for (int column = 0; column < COLUMNS; column++) {
      char *end = at + strcspn(at, ",\n");
      *end = 0;
      row[column].text = *at ? at : NULL;
      if (*at && kinds[column] == 'i') row[column].number = serial(at);
      if (*at && kinds[column] == 'n') row[column].number = atof(at);
      at = end + 1;
    }
  }
  return rows;
}

static char *contents(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return perror(path), exit(66), NULL;
  fseek(file, 0, SEEK_END);
  size_t size = ftell(file);
  rewind(file);
  char *bytes = malloc(size + 1);
  bytes[fread(bytes, 1, size, file)] = 0;
  fclose(file);
  return bytes;
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  char *bytes = contents(arguments[1]);
  char *header = strndup(bytes, strcspn(bytes, "\n"));
  cell *cells;
  size_t rows = parse(bytes, &cells);

  double wall = now(CLOCK_MONOTONIC), cpu = now(CLOCK_PROCESS_CPUTIME_ID);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(arguments[2], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "SLA");
  lxw_format *bold = workbook_add_format(book), *instant = workbook_add_format(book);
  format_set_bold(bold);
  format_set_num_format(instant, "yyyy-mm-dd hh:mm");
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_set_column(sheet, 0, COLUMNS - 1, 18, NULL);
  worksheet_autofilter(sheet, 0, 0, rows, COLUMNS - 1);
  int column = 0;
  for (char *name = strtok(header, ","); name; name = strtok(NULL, ","))
    worksheet_write_string(sheet, 0, column++, name, bold);
  for (size_t row = 0; row < rows; row++)
    for (column = 0; column < COLUMNS; column++) {
      cell *value = cells + row * COLUMNS + column;
      if (!value->text) continue;
      if (kinds[column] == 't')
        worksheet_write_string(sheet, row + 1, column, value->text, NULL);
      else
        worksheet_write_number(sheet, row + 1, column, value->number, kinds[column] == 'i' ? instant : NULL);
    }
  if (workbook_close(book) != LXW_NO_ERROR) return 73;
  printf("%.4f %.4f\n", now(CLOCK_MONOTONIC) - wall, now(CLOCK_PROCESS_CPUTIME_ID) - cpu);
  return 0;
}
