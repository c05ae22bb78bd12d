/* csv.c: tables of text as people and offices save them
 *
 * The whole file is decoded into one buffer and taken apart in place: cells
 * are addresses in it, each ended by a NUL where its delimiter or quote was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bounds that no honest table passes. A quoted cell longer than this is taken for a quote that was never closed. */
#define MAX_COLUMNS 16384
#define MAX_CELLS (64 * 1024 * 1024)
#define MAX_QUOTED_CELL (1024 * 1024)
/* How many records the delimiter is guessed from. */
#define GUESS_RECORDS 30

typedef struct
{
  guint line;
  guint first_cell;
} Record;

struct _BlCsv
{
  char *buffer;
  GArray *records; /* Record; one more at the end than there are records */
  GArray *cells;   /* char * into buffer */
  const char *encoding;
  gboolean bom;
  BlCsvLineEnds line_ends;
  char delimiter;
  guint n_ragged, first_ragged;
  guint n_multiline;
  guint n_stray, first_stray_line;
};

/* Line number of the byte at @offset, for messages. */
static guint
line_at (const char *bytes, gsize offset)
{
  guint line = 1;
  for (gsize i = 0; i < offset; i++)
    if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n'))
      line++;
  return line;
}

/* The one name of an encoding that people write in many ways; NULL when it is none we read. */
static const char *
encoding_name (const char *asked)
{
  g_autofree char *folded = g_ascii_strdown (asked, -1);
  g_autofree char *plain = g_strdelimit (g_strdup (folded), "_ ", '-');

  if (g_str_equal (plain, "utf-8") || g_str_equal (plain, "utf8") || g_str_equal (plain, "utf-8-sig")
      || g_str_equal (plain, "ascii"))
    return "UTF-8";
  /* As on the web, what calls itself Latin-1 is read as its superset. */
  if (g_str_equal (plain, "windows-1252") || g_str_equal (plain, "cp1252") || g_str_equal (plain, "cp-1252")
      || g_str_equal (plain, "iso-8859-1") || g_str_equal (plain, "latin1") || g_str_equal (plain, "latin-1"))
    return "windows-1252";
  if (g_str_equal (plain, "utf-16") || g_str_equal (plain, "utf-16le"))
    return "UTF-16LE";
  if (g_str_equal (plain, "utf-16be"))
    return "UTF-16BE";
  return NULL;
}

/* Decodes @bytes to UTF-8 in a buffer of its own. */
static char *
decode (BlCsv *csv,
        const char *bytes,
        gsize length,
        const char *name,
        const char *asked,
        gsize *decoded_length,
        GError **error)
{
  const guint8 *mark = (const guint8 *) bytes;
  gsize skip = 0;

  csv->encoding = asked != NULL ? encoding_name (asked) : "UTF-8";
  if (csv->encoding == NULL)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                   _ ("“%s” is not an encoding that can be read: use UTF-8, UTF-16 or windows-1252"), asked);
      return NULL;
    }
  if (length >= 3 && mark[0] == 0xEF && mark[1] == 0xBB && mark[2] == 0xBF)
    csv->encoding = "UTF-8", skip = 3;
  else if (length >= 2 && mark[0] == 0xFF && mark[1] == 0xFE)
    csv->encoding = "UTF-16LE", skip = 2;
  else if (length >= 2 && mark[0] == 0xFE && mark[1] == 0xFF)
    csv->encoding = "UTF-16BE", skip = 2;
  csv->bom = skip > 0;
  bytes += skip;
  length -= skip;

  if (!g_str_has_prefix (csv->encoding, "UTF-16") && memchr (bytes, '\0', length) != NULL)
    {
      const char *nul = memchr (bytes, '\0', length);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                   _ ("“%s” is not a table of text: line %u holds bytes that no text has"), name,
                   line_at (bytes, nul - bytes));
      return NULL;
    }
  if (g_str_equal (csv->encoding, "UTF-8"))
    {
      const char *end = NULL;
      if (!g_utf8_validate_len (bytes, length, &end))
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_ENCODING,
                       _ ("“%s” is not in UTF-8 (line %u): say which encoding it is in, most likely "
                          "windows-1252"),
                       name, line_at (bytes, end - bytes));
          return NULL;
        }
      *decoded_length = length;
      /* Not g_strndup(), which would clear the rest. */
      char *copy = g_malloc (length + 1);
      memcpy (copy, bytes, length);
      copy[length] = '\0';
      return copy;
    }

  g_autoptr (GError) wrong = NULL;
  char *text = g_convert (bytes, length, "UTF-8",
                          g_str_equal (csv->encoding, "windows-1252") ? "CP1252" : csv->encoding, NULL,
                          decoded_length, &wrong);
  if (text == NULL)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_ENCODING,
                 _ ("“%s” cannot be read as %s: say which encoding it is in"), name, csv->encoding);
  return text;
}

/* Refuses what is no table of text: other kinds of file under a borrowed name. */
static gboolean
check_is_text (const char *text, gsize length, const char *name, GError **error)
{
  const char *nul = memchr (text, '\0', length);
  gsize start = 0;
  guint odd = 0;

  for (gsize i = 0; i < MIN (length, 4096); i++)
    if ((guchar) text[i] < 0x20 && strchr ("\t\n\v\f\r", text[i]) == NULL)
      odd++;
  if (nul != NULL || odd > 8 || g_str_has_prefix (text, "PK\003\004"))
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                   _ ("“%s” is not a table of text: line %u holds bytes that no text has"), name,
                   line_at (text, nul != NULL ? (gsize) (nul - text) : 0));
      return FALSE;
    }
  while (start < length && g_ascii_isspace (text[start]))
    start++;
  if (start == length)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("“%s” holds nothing but blanks"), name);
      return FALSE;
    }
  if (text[start] == '<' && start + 1 < length
      && (g_ascii_isalpha (text[start + 1]) || strchr ("?!", text[start + 1]) != NULL))
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                   _ ("“%s” holds XML or a web page, not a table of text: save the table itself as CSV"), name);
      return FALSE;
    }
  return TRUE;
}

static BlCsvLineEnds
find_line_ends (const char *text, gsize length)
{
  gboolean lf = FALSE, cr = FALSE, crlf = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\n')
        lf = TRUE;
      else if (text[i] == '\r' && text[i + 1] == '\n')
        crlf = TRUE, i++;
      else if (text[i] == '\r')
        cr = TRUE;
    }
  if (lf + cr + crlf > 1)
    return BL_CSV_LINE_ENDS_MIXED;
  return lf ? BL_CSV_LINE_ENDS_LF
            : crlf ? BL_CSV_LINE_ENDS_CRLF : cr ? BL_CSV_LINE_ENDS_CR : BL_CSV_LINE_ENDS_NONE;
}

/* The delimiter that divides the first records most evenly; more cells win, then the order of the list. */
static char
guess_delimiter (const char *text, gsize length)
{
  static const char candidates[] = { ',', '\t', ';', '|' };
  guint counts[G_N_ELEMENTS (candidates)][GUESS_RECORDS] = { 0 };
  guint record = 0, best = 0;
  gboolean quoted = FALSE, filled = FALSE;
  double best_score = 0;

  for (gsize i = 0; i < length && record < GUESS_RECORDS; i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      else if (quoted)
        continue;
      else if (text[i] == '\n' || text[i] == '\r')
        {
          record += filled ? 1 : 0;
          filled = FALSE;
        }
      else
        {
          filled = TRUE;
          for (guint c = 0; c < G_N_ELEMENTS (candidates); c++)
            counts[c][record] += text[i] == candidates[c];
        }
    }
  record = MIN (record + (filled ? 1 : 0), GUESS_RECORDS);
  for (guint c = 0; c < G_N_ELEMENTS (candidates); c++)
    {
      guint even = 0;
      for (guint r = 0; r < record; r++)
        even += counts[c][r] == counts[c][0];
      double score = counts[c][0] == 0 ? 0 : (double) even / record * (1 + counts[c][0] / 1000.0);
      if (score > best_score)
        best_score = score, best = c;
    }
  return candidates[best];
}

static void
end_record (BlCsv *csv)
{
  guint n = csv->records->len, width, first_width;
  Record *last = &g_array_index (csv->records, Record, n - 1);

  width = csv->cells->len - last->first_cell;
  first_width = n == 1 ? width : g_array_index (csv->records, Record, 1).first_cell;
  if (width != first_width)
    {
      if (csv->n_ragged++ == 0)
        csv->first_ragged = n - 1;
    }
}

/* Takes the buffer apart. */
static gboolean
divide (BlCsv *csv, gsize length, const char *name, GCancellable *cancellable, GError **error)
{
  char *text = csv->buffer, *in = text, *end = text + length;
  guint line = 1;

  while (in < end)
    {
      Record record = { line, csv->cells->len };

      if (*in == '\n' || *in == '\r')
        {
          in += in[0] == '\r' && in[1] == '\n' ? 2 : 1;
          line++;
          continue;
        }
      if ((csv->records->len & 0xfff) == 0 && g_cancellable_is_cancelled (cancellable))
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CANCELLED, _ ("Reading “%s” was stopped"), name);
          return FALSE;
        }
      g_array_append_val (csv->records, record);
      for (gboolean more = TRUE; more;)
        {
          char *cell = in, *out = in;
          gboolean multiline = FALSE;

          if (*in == '"')
            {
              guint opened = line;
              char *start = ++in;

              cell = out = in;
              for (;; in++)
                {
                  if (in >= end || in - start > MAX_QUOTED_CELL)
                    {
                      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                                   _ ("%s:%u: a quotation mark opened on this line is never closed: close it, "
                                      "or take it out"),
                                   name, opened);
                      return FALSE;
                    }
                  if (*in == '"')
                    {
                      if (in[1] != '"')
                        break;
                      *out++ = *in++;
                    }
                  else if (*in == '\n' || *in == '\r')
                    {
                      if (in[0] == '\r' && in[1] == '\n')
                        in++;
                      *out++ = '\n';
                      multiline = TRUE;
                      line++;
                    }
                  else
                    *out++ = *in;
                }
              in++;
              if (in < end && *in != csv->delimiter && *in != '\n' && *in != '\r')
                {
                  if (csv->n_stray++ == 0)
                    csv->first_stray_line = line;
                }
            }
          while (in < end && *in != csv->delimiter && *in != '\n' && *in != '\r')
            *out++ = *in++;
          more = in < end && *in == csv->delimiter;
          if (in < end && !more)
            {
              in += in[0] == '\r' && in[1] == '\n' ? 2 : 1;
              line++;
            }
          else
            in += more ? 1 : 0;
          /* Only now: @out may stand where the delimiter was. */
          *out = '\0';
          g_array_append_val (csv->cells, cell);
          csv->n_multiline += multiline ? 1 : 0;
          if (csv->cells->len - record.first_cell > MAX_COLUMNS || csv->cells->len > MAX_CELLS)
            {
              g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                           _ ("%s:%u: this has more cells than a table can"), name, record.line);
              return FALSE;
            }
        }
      end_record (csv);
    }
  Record last = { line, csv->cells->len };
  g_array_append_val (csv->records, last);
  return TRUE;
}

BlCsv *
bl_csv_parse (const char *bytes,
              gsize length,
              const char *name,
              const char *encoding,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (BlCsv) csv = g_new0 (BlCsv, 1);
  gsize decoded = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (length == 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("“%s” is empty"), name);
      return NULL;
    }
  csv->buffer = decode (csv, bytes, length, name, encoding, &decoded, error);
  if (csv->buffer == NULL || !check_is_text (csv->buffer, decoded, name, error))
    return NULL;
  csv->line_ends = find_line_ends (csv->buffer, decoded);
  csv->delimiter = guess_delimiter (csv->buffer, decoded);
  csv->records = g_array_new (FALSE, FALSE, sizeof (Record));
  csv->cells = g_array_new (FALSE, FALSE, sizeof (char *));
  if (!divide (csv, decoded, name, cancellable, error))
    return NULL;
  return g_steal_pointer (&csv);
}

BlCsv *
bl_csv_read (const char *path, const char *encoding, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL, *bytes = NULL;
  g_autoptr (GError) wrong = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);

  if (!bl_exchange_check_file (path, NULL, error))
    return NULL;
  name = g_filename_display_basename (path);
  if (!g_file_get_contents (path, &bytes, &length, &wrong))
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("“%s” cannot be read: %s"), name,
                   wrong->message);
      return NULL;
    }
  return bl_csv_parse (bytes, length, name, encoding, cancellable, error);
}

void
bl_csv_free (BlCsv *csv)
{
  if (csv == NULL)
    return;
  g_free (csv->buffer);
  g_clear_pointer (&csv->records, g_array_unref);
  g_clear_pointer (&csv->cells, g_array_unref);
  g_free (csv);
}

guint
bl_csv_get_n_records (const BlCsv *csv)
{
  return csv->records->len - 1;
}

guint
bl_csv_get_n_columns (const BlCsv *csv)
{
  return bl_csv_get_n_records (csv) == 0 ? 0 : bl_csv_get_width (csv, 0);
}

guint
bl_csv_get_width (const BlCsv *csv, guint record)
{
  g_return_val_if_fail (record < bl_csv_get_n_records (csv), 0);

  return g_array_index (csv->records, Record, record + 1).first_cell
         - g_array_index (csv->records, Record, record).first_cell;
}

const char *
bl_csv_get_cell (const BlCsv *csv, guint record, guint column)
{
  if (record >= bl_csv_get_n_records (csv) || column >= bl_csv_get_width (csv, record))
    return "";
  return g_array_index (csv->cells, char *, g_array_index (csv->records, Record, record).first_cell + column);
}

guint
bl_csv_get_line (const BlCsv *csv, guint record)
{
  g_return_val_if_fail (record < bl_csv_get_n_records (csv), 0);

  return g_array_index (csv->records, Record, record).line;
}

const char *
bl_csv_get_encoding (const BlCsv *csv)
{
  return csv->encoding;
}

gboolean
bl_csv_get_bom (const BlCsv *csv)
{
  return csv->bom;
}

BlCsvLineEnds
bl_csv_get_line_ends (const BlCsv *csv)
{
  return csv->line_ends;
}

char
bl_csv_get_delimiter (const BlCsv *csv)
{
  return csv->delimiter;
}

guint
bl_csv_get_n_ragged (const BlCsv *csv, guint *first)
{
  if (first != NULL)
    *first = csv->first_ragged;
  return csv->n_ragged;
}

guint
bl_csv_get_n_multiline (const BlCsv *csv)
{
  return csv->n_multiline;
}

guint
bl_csv_get_n_stray_quotes (const BlCsv *csv, guint *line)
{
  if (line != NULL)
    *line = csv->first_stray_line;
  return csv->n_stray;
}
