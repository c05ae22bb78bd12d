/* main.c: starts the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <libintl.h>
#include <locale.h>

#include "application.h"
#include "branchline-config.h"

int
main (int argc, char **argv)
{
  g_autoptr (BlApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, BL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = bl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
