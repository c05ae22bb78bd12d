/* ods-book.c: a spreadsheet of several sheets, to read, to sort and to fill in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ods-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text.h"
#include "zip-archive.h"

#define TYPE "application/vnd.oasis.opendocument.spreadsheet"
#define NAMESPACES \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"" \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"" \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"" \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"" \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"" \
  " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\"" \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"" \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
  " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\"" \
  " xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\"" \
  " office:version=\"1.2\""
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

typedef struct
{
  char *title;
  BlOdsKind kind;
  double width;
  char **choices; /* NULL: anything */
} Column;

struct _BlOdsSheet
{
  char *name;
  GArray *columns; /* of Column */
  GPtrArray *rows; /* of char **: as many as columns, "" is empty */
};

struct _BlOdsBook
{
  char *title, *foot;
  GPtrArray *sheets; /* of BlOdsSheet */
};

static void
column_clear (Column *column)
{
  g_free (column->title);
  g_strfreev (column->choices);
}

static void
sheet_free (BlOdsSheet *self)
{
  g_free (self->name);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static const Column *
column_at (const BlOdsSheet *sheet, guint c)
{
  return &g_array_index (sheet->columns, Column, c);
}

/* --- XML --------------------------------------------------------------------------- */

static void
put_escaped (GString *xml, const char *text)
{
  g_autofree char *clean = bl_text_for_xml (text);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);

  g_string_append (xml, escaped);
}

/* A paragraph for each line. */
static void
put_paragraphs (GString *xml, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (xml, "<text:p>");
      put_escaped (xml, lines[i]);
      g_string_append (xml, "</text:p>");
    }
}

static void
put_cell (GString *xml, const BlOdsSheet *sheet, guint s, guint c, const char *text)
{
  const Column *column = column_at (sheet, c);
  guint32 julian;
  double number;

  g_string_append_printf (xml, "<table:table-cell table:style-name=\"%s\"", column->kind == BL_ODS_DATE ? "date" : "cell");
  if (column->choices != NULL)
    g_string_append_printf (xml, " table:content-validation-name=\"list-%u-%u\"", s, c);
  if (*text == '\0')
    {
      g_string_append (xml, "/>");
      return;
    }
  if (column->kind == BL_ODS_NUMBER && bl_text_to_double (text, &number))
    g_string_append_printf (xml, " office:value-type=\"float\" office:value=\"%s\"", text);
  else if (column->kind == BL_ODS_DATE && bl_text_to_date (text, &julian))
    g_string_append_printf (xml, " office:value-type=\"date\" office:date-value=\"%s\"", text);
  else
    g_string_append (xml, " office:value-type=\"string\"");
  g_string_append_c (xml, '>');
  put_paragraphs (xml, text);
  g_string_append (xml, "</table:table-cell>");
}

/* "of:cell-content-is-in-list("a";"b")": quotes doubled, then escaped as an attribute. */
static void
put_validations (GString *xml, const BlOdsBook *self)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint s = 0; s < self->sheets->len; s++)
    {
      const BlOdsSheet *sheet = g_ptr_array_index (self->sheets, s);

      for (guint c = 0; c < sheet->columns->len; c++)
        {
          const Column *column = column_at (sheet, c);
          g_autoptr (GString) condition = NULL;

          if (column->choices == NULL)
            continue;
          condition = g_string_new ("of:cell-content-is-in-list(");
          for (guint i = 0; column->choices[i] != NULL; i++)
            {
              g_autoptr (GString) quoted = g_string_new (column->choices[i]);

              g_string_replace (quoted, "\"", "\"\"", 0);
              g_string_append_printf (condition, "%s\"%s\"", i > 0 ? ";" : "", quoted->str);
            }
          g_string_append_c (condition, ')');
          g_string_append_printf (all, "<table:content-validation table:name=\"list-%u-%u\" table:condition=\"", s, c);
          put_escaped (all, condition->str);
          g_string_append (all, "\" table:allow-empty-cell=\"true\" table:display-list=\"unsorted\">"
                                "<table:error-message table:message-type=\"warning\" table:display=\"true\"><text:p>");
          put_escaped (all, _ ("Please choose one from the list."));
          g_string_append (all, "</text:p></table:error-message></table:content-validation>");
        }
    }
  if (all->len > 0)
    g_string_append_printf (xml, "<table:content-validations>%s</table:content-validations>", all->str);
}

static void
put_sheet (GString *xml, const BlOdsSheet *sheet, guint s)
{
  g_string_append (xml, "<table:table table:style-name=\"sheet\" table:name=\"");
  put_escaped (xml, sheet->name);
  g_string_append (xml, "\">\n");
  for (guint c = 0; c < sheet->columns->len; c++)
    g_string_append_printf (xml, "<table:table-column table:style-name=\"column-%u-%u\" table:default-cell-style-name=\"cell\"/>",
                            s, c);
  g_string_append (xml, "\n<table:table-header-rows><table:table-row table:style-name=\"row\">");
  for (guint c = 0; c < sheet->columns->len; c++)
    {
      g_string_append (xml, "<table:table-cell table:style-name=\"head\" office:value-type=\"string\"><text:p>");
      put_escaped (xml, column_at (sheet, c)->title);
      g_string_append (xml, "</text:p></table:table-cell>");
    }
  g_string_append (xml, "</table:table-row></table:table-header-rows>\n");
  for (guint r = 0; r < sheet->rows->len; r++)
    {
      char **cells = g_ptr_array_index (sheet->rows, r);

      g_string_append (xml, "<table:table-row table:style-name=\"row\">");
      for (guint c = 0; c < sheet->columns->len; c++)
        put_cell (xml, sheet, s, c, cells[c]);
      g_string_append (xml, "</table:table-row>\n");
    }
  g_string_append (xml, "</table:table>\n");
}

static char *
make_content (const BlOdsBook *self)
{
  GString *xml = g_string_new (HEAD "<office:document-content" NAMESPACES "><office:automatic-styles>");

  for (guint s = 0; s < self->sheets->len; s++)
    {
      const BlOdsSheet *sheet = g_ptr_array_index (self->sheets, s);

      for (guint c = 0; c < sheet->columns->len; c++)
        {
          char width[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (width, sizeof width, "%.2f", column_at (sheet, c)->width);
          g_string_append_printf (xml,
                                  "<style:style style:name=\"column-%u-%u\" style:family=\"table-column\">"
                                  "<style:table-column-properties style:column-width=\"%scm\"/></style:style>\n",
                                  s, c, width);
        }
    }
  g_string_append (
      xml,
      "<number:date-style style:name=\"day\"><number:day/><number:text> </number:text><number:month number:textual=\"true\" "
      "number:style=\"long\"/><number:text> </number:text><number:year number:style=\"long\"/></number:date-style>"
      "<style:style style:name=\"row\" style:family=\"table-row\"><style:table-row-properties "
      "style:use-optimal-row-height=\"true\"/></style:style>"
      "<style:style style:name=\"sheet\" style:family=\"table\" style:master-page-name=\"Page\"/>"
      "<style:style style:name=\"cell\" style:family=\"table-cell\"><style:table-cell-properties fo:wrap-option=\"wrap\" "
      "style:vertical-align=\"top\" fo:border=\"0.5pt solid #b8bcc2\" fo:padding=\"0.08cm\"/></style:style>"
      "<style:style style:name=\"date\" style:family=\"table-cell\" style:data-style-name=\"day\">"
      "<style:table-cell-properties fo:wrap-option=\"wrap\" style:vertical-align=\"top\" fo:border=\"0.5pt solid #b8bcc2\" "
      "fo:padding=\"0.08cm\"/></style:style>"
      "<style:style style:name=\"head\" style:family=\"table-cell\"><style:table-cell-properties fo:wrap-option=\"wrap\" "
      "style:vertical-align=\"bottom\" fo:background-color=\"#dfe3e8\" fo:border=\"0.5pt solid #b8bcc2\" "
      "fo:padding=\"0.08cm\"/><style:text-properties fo:font-weight=\"bold\"/></style:style>"
      "</office:automatic-styles>\n<office:body><office:spreadsheet>");
  put_validations (xml, self);
  for (guint s = 0; s < self->sheets->len; s++)
    put_sheet (xml, g_ptr_array_index (self->sheets, s), s);
  g_string_append (xml, "</office:spreadsheet></office:body></office:document-content>\n");
  return g_string_free (xml, FALSE);
}

/* A4 on its side, the foot on every page. */
static char *
make_styles (const BlOdsBook *self)
{
  GString *xml = g_string_new (
      HEAD "<office:document-styles" NAMESPACES "><office:styles><style:default-style style:family=\"table-cell\">"
           "<style:text-properties fo:font-size=\"10pt\" fo:language=\"en\" fo:country=\"GB\"/></style:default-style>"
           "</office:styles><office:automatic-styles><style:page-layout style:name=\"paper\"><style:page-layout-properties "
           "fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" style:print-orientation=\"landscape\" fo:margin=\"1.5cm\" "
           "style:scale-to-X=\"1\" style:scale-to-Y=\"0\"/><style:footer-style/></style:page-layout>"
           "</office:automatic-styles><office:master-styles><style:master-page style:name=\"Page\" "
           "style:page-layout-name=\"paper\"><style:footer><text:p>");

  put_escaped (xml, self->title);
  g_string_append (xml, " · ");
  put_escaped (xml, self->foot);
  g_string_append (xml, " · <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"
                        "</office:master-styles></office:document-styles>\n");
  return g_string_free (xml, FALSE);
}

/* The head of each sheet stays in sight. */
static char *
make_settings (const BlOdsBook *self)
{
  static const char frozen[]
      = "<config:config-item config:name=\"VerticalSplitMode\" config:type=\"short\">2</config:config-item>"
        "<config:config-item config:name=\"VerticalSplitPosition\" config:type=\"int\">1</config:config-item>"
        "<config:config-item config:name=\"ActiveSplitRange\" config:type=\"short\">2</config:config-item>"
        "<config:config-item config:name=\"PositionBottom\" config:type=\"int\">1</config:config-item>";
  GString *xml = g_string_new (
      HEAD "<office:document-settings" NAMESPACES "><office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
           "<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>"
           "<config:config-item-map-named config:name=\"Tables\">");

  for (guint s = 0; s < self->sheets->len; s++)
    {
      g_string_append (xml, "<config:config-item-map-entry config:name=\"");
      put_escaped (xml, ((const BlOdsSheet *) g_ptr_array_index (self->sheets, s))->name);
      g_string_append_printf (xml, "\">%s</config:config-item-map-entry>", frozen);
    }
  g_string_append (xml, "</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>"
                        "</config:config-item-set></office:settings></office:document-settings>\n");
  return g_string_free (xml, FALSE);
}

static char *
make_meta (const BlOdsBook *self)
{
  GString *xml = g_string_new (HEAD "<office:document-meta" NAMESPACES "><office:meta><meta:generator>Branchline"
                                    "</meta:generator><dc:title>");

  put_escaped (xml, self->title);
  g_string_append (xml, "</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>\n");
  return g_string_free (xml, FALSE);
}

static const char manifest[]
    = HEAD "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
           "manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
           "manifest:media-type=\"" TYPE "\"/><manifest:file-entry manifest:full-path=\"content.xml\" "
           "manifest:media-type=\"text/xml\"/><manifest:file-entry manifest:full-path=\"styles.xml\" "
           "manifest:media-type=\"text/xml\"/><manifest:file-entry manifest:full-path=\"meta.xml\" "
           "manifest:media-type=\"text/xml\"/><manifest:file-entry manifest:full-path=\"settings.xml\" "
           "manifest:media-type=\"text/xml\"/></manifest:manifest>\n";

/* --- Public ------------------------------------------------------------------------------ */

BlOdsBook *
bl_ods_book_new (const char *title, const char *foot)
{
  BlOdsBook *self = g_new0 (BlOdsBook, 1);

  self->title = g_strdup (title);
  self->foot = g_strdup (foot);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  return self;
}

void
bl_ods_book_free (BlOdsBook *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->foot);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

BlOdsSheet *
bl_ods_book_add_sheet (BlOdsBook *self, const char *name)
{
  BlOdsSheet *sheet = g_new0 (BlOdsSheet, 1);

  sheet->name = g_strdup (name);
  sheet->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (sheet->columns, (GDestroyNotify) column_clear);
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

void
bl_ods_sheet_add_column (BlOdsSheet *self, const char *title, BlOdsKind kind, double width, const char *const *choices)
{
  Column column = { g_strdup (title), kind, width, g_strdupv ((char **) choices) };

  g_return_if_fail (self->rows->len == 0);
  g_array_append_val (self->columns, column);
}

void
bl_ods_sheet_add_row (BlOdsSheet *self, const char *const *cells)
{
  char **row = g_new0 (char *, self->columns->len + 1);

  for (guint c = 0; c < self->columns->len; c++)
    row[c] = g_strdup (cells[c] != NULL ? cells[c] : "");
  g_ptr_array_add (self->rows, row);
}

void
bl_ods_sheet_add_blank_rows (BlOdsSheet *self, guint n)
{
  g_autofree const char **cells = g_new0 (const char *, self->columns->len + 1);

  for (guint i = 0; i < n; i++)
    bl_ods_sheet_add_row (self, cells);
}

GBytes *
bl_ods_book_to_bytes (const BlOdsBook *self)
{
  g_autoptr (BlZipArchive) zip = bl_zip_archive_new ();
  g_autofree char *content = make_content (self), *styles = make_styles (self), *settings = make_settings (self),
                  *meta = make_meta (self);

  /* The type comes first and is not packed: that is how such a file is known. */
  bl_zip_archive_add (zip, "mimetype", TYPE, strlen (TYPE), FALSE);
  bl_zip_archive_add (zip, "META-INF/manifest.xml", manifest, strlen (manifest), TRUE);
  bl_zip_archive_add (zip, "meta.xml", meta, strlen (meta), TRUE);
  bl_zip_archive_add (zip, "settings.xml", settings, strlen (settings), TRUE);
  bl_zip_archive_add (zip, "styles.xml", styles, strlen (styles), TRUE);
  bl_zip_archive_add (zip, "content.xml", content, strlen (content), TRUE);
  return bl_zip_archive_end (zip);
}
