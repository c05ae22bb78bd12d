/* hostile-files.h: documents made to hurt, each as large as asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#define HOSTILE_ROOT                                                                                                 \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                                     \
  "<project xmlns=\"urn:branchline:project:1\" version=\"1.0\" id=\"project-aaaaaaaaaa\""

/**
 * HostileFile: a document with a start, a part that is repeated, and an end.
 * "%u" in the part is the number of the repetition, "%s" an id's ten letters made of it.
 */
typedef struct
{
  const char *name, *start, *part, *end;
} HostileFile;

static const HostileFile hostile_files[] = {
  { "libraries", HOSTILE_ROOT "><libraries>", "<library id=\"library-%s\" name=\"Library %u\"/>\n",
    "</libraries></project>" },
  { "empty-libraries", HOSTILE_ROOT "><libraries>", "<library/>", "</libraries></project>" },
  { "same-id", HOSTILE_ROOT "><libraries>", "<library id=\"library-aaaaaaaaaa\"/>", "</libraries></project>" },
  { "statuses", HOSTILE_ROOT "><libraries><library id=\"library-aaaaaaaaaa\">", "<status id=\"status-%s\" year=\"2020\"/>",
    "</library></libraries></project>" },
  { "services", HOSTILE_ROOT ">", "<service id=\"service-%s\"/>", "</project>" },
  { "wrappers", HOSTILE_ROOT ">", "<libraries/><values/>", "</project>" },
  { "notes", HOSTILE_ROOT "><libraries><library id=\"library-aaaaaaaaaa\">", "<notes>a</notes>",
    "</library></libraries></project>" },
  { "unknown-elements", HOSTILE_ROOT ">", "<a/>", "</project>" },
  { "unknown-in-list", HOSTILE_ROOT "><libraries>", "<a b=\"%u\"/>", "</libraries></project>" },
  { "unknown-in-one", HOSTILE_ROOT "><extension>", "<a><b/></a>", "</extension></project>" },
  { "unknown-namespaces", HOSTILE_ROOT "><libraries>", "<a:a xmlns:a=\"urn:%u\"/>", "</libraries></project>" },
  { "unknown-names", HOSTILE_ROOT "><extension>", "<a%u/>", "</extension></project>" },
  { "tables", HOSTILE_ROOT "><tables>", "<table id=\"table-%s\" type=\"numbers\"><part>%u\n</part></table>",
    "</tables></project>" },
  { "parts", HOSTILE_ROOT "><tables><table id=\"table-a\" type=\"numbers\">", "<part>%u\n</part>",
    "</table></tables></project>" },
  { "numbers", HOSTILE_ROOT "><tables><table id=\"table-a\" type=\"numbers\"><part>", "%u.5\n",
    "</part></table></tables></project>" },
  { "texts", HOSTILE_ROOT "><tables><table id=\"table-a\" type=\"texts\"><part>", "\n",
    "</part></table></tables></project>" },
  { "polygons", HOSTILE_ROOT "><tables><table id=\"table-a\" type=\"outlines\"><part>0 0", "/ 1 1 2 2 3 3",
    "\n</part></table></tables></project>" },
  { "roads", HOSTILE_ROOT "><tables><table id=\"table-a\" type=\"network\"><part>0 0;0 1 9 63 0", ";0 1 = 3 4",
    "\n</part></table></tables></project>" },
  { "wanted-tables", HOSTILE_ROOT "><values>", "<value id=\"value-%s\" numbers=\"table-%u\"/>", "</values></project>" },
  { "text-pieces", HOSTILE_ROOT "><libraries><library id=\"library-aaaaaaaaaa\"><notes>", "&amp;<![CDATA[x]]>",
    "</notes></library></libraries></project>" },
  { "elements-in-text", HOSTILE_ROOT "><libraries><library id=\"library-aaaaaaaaaa\"><notes>", "<b/>t",
    "</notes></library></libraries></project>" },
  { "stray-text", HOSTILE_ROOT ">", "t<!-- c -->", "</project>" },
  { "comments", HOSTILE_ROOT ">", "<!-- c --><?pi?>", "</project>" },
  { "comments-before", "<?xml version=\"1.0\"?>", "<!-- c -->\n", "<project/>" },
  { "attribute-entities", HOSTILE_ROOT " title=\"", "&lt;&#x41;", "\"/>" },
};

/* Ten letters that no other number gives. */
static inline void
hostile_letters (guint number, char letters[11])
{
  for (guint i = 0; i < 10; i++, number /= 26)
    letters[9 - i] = 'a' + number % 26;
  letters[10] = '\0';
}

static inline void
hostile_append (GString *xml, const char *part, guint number)
{
  char letters[11];

  hostile_letters (number, letters);
  for (const char *p = part; *p != '\0'; p++)
    if (p[0] == '%' && p[1] == 'u')
      {
        g_string_append_printf (xml, "%u", number);
        p++;
      }
    else if (p[0] == '%' && p[1] == 's')
      {
        g_string_append (xml, letters);
        p++;
      }
    else
      g_string_append_c (xml, *p);
}

static inline GString *
hostile_make (const HostileFile *file, guint n)
{
  GString *xml = g_string_new (file->start);

  for (guint i = 0; i < n; i++)
    hostile_append (xml, file->part, i);
  g_string_append (xml, file->end);
  return xml;
}
