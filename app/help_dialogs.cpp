// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/help_dialogs.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMessageBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace cadastre {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cadastre::HelpDialogs)
};

using Line = std::pair<QString, QString>;

std::vector<Line> gestures()
{
    return {
        {Words::tr("Drag the background"), Words::tr("Move the diagram")},
        {Words::tr("Wheel, pinch"), Words::tr("Zoom at the pointer")},
        {Words::tr("Click a table or column"), Words::tr("Select it, show its facts")},
        {Words::tr("Drag a table"), Words::tr("Put it elsewhere; it stays there")},
        {Words::tr("Double click, Enter"), Words::tr("Only its neighbourhood")},
        {Words::tr("Click a folded row"), Words::tr("Unfold its columns")},
        {Words::tr("Right click, menu key"), Words::tr("What can be done here, also fold again")},
        {Words::tr("Arrow keys"),
         Words::tr("Go from table to table in the diagram, related ones first")},
        {Words::tr("Tab, Shift + Tab"), Words::tr("Walk the relationships of the selected table")},
        {Words::tr("Backspace"), Words::tr("Go back to where you were in the diagram")},
        {Words::tr("Ctrl + arrow keys"), Words::tr("Move the selected tables")},
        {Words::tr("Alt + drag from a column"),
         Words::tr("Draw a relationship to a column; where the desktop takes Alt + drag: "
                   "Ctrl+Shift+D first")},
        {Words::tr("Right click on a line"), Words::tr("Confirm, reject, check a relationship")},
        {Words::tr("Enter in the relationships"), Words::tr("Confirm, as Y does")},
        {Words::tr("Y, N, T, S in the relationships"),
         Words::tr("Confirm, reject, choose another target, skip; of a group: all of it")},
        {Words::tr("R, C, Delete in the relationships"),
         Words::tr("Give a reason, check with data, take the decision back")},
        {Words::tr("Shift + drag, Ctrl + click"),
         Words::tr("Select several tables: for a boundary, a flow, a contract")},
        {Words::tr("Drag tables into another region"),
         Words::tr("They belong to that boundary; what it changes stands beside the pointer")},
        {Words::tr("1 to 5, Delete in the crossings"),
         Words::tr("Choose a decision and give the reason, take the decision back")},
        {Words::tr("F2, Delete, Insert in the boundaries"),
         Words::tr("Rename, take out or remove, make a boundary of the selection")},
        {Words::tr("Esc in the search"), Words::tr("Close the list, then clear")},
        {Words::tr("Delete in the recent list"), Words::tr("Take the line out of it")},
    };
}

QString table(const QString& title, const std::vector<Line>& lines)
{
    QString html = QStringLiteral("<h3>%1</h3><table cellpadding=\"3\">").arg(title);
    for (const auto& [keys, meaning] : lines) {
        html += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(keys.toHtmlEscaped(), meaning.toHtmlEscaped());
    }
    return html + QStringLiteral("</table>");
}

std::vector<Line> shortcutsOf(const QWidget* window)
{
    std::vector<Line> lines;
    for (const QAction* action : window->actions()) {
        if (action->shortcuts().isEmpty())
            continue;
        QString text = action->text();
        text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
        lines.emplace_back(
            QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText), text);
    }
    return lines;
}

} // namespace

void showShortcuts(QWidget* window)
{
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Keys and gestures"));
    auto* text = new QTextBrowser(dialog);
    text->setFrameShape(QFrame::NoFrame);
    text->setAccessibleName(dialog->windowTitle());
    text->setHtml(table(Words::tr("Keys"), shortcutsOf(window)) +
                  table(Words::tr("In the diagram and the lists"), gestures()));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(560, 620);
    dialog->open();
}

void showAbout(QWidget* window)
{
    auto* box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Words::tr("About Cadastre"));
    box->setIconPixmap(window->windowIcon().pixmap(64, 64));
    box->setText(QStringLiteral("<h3>Cadastre %1</h3>").arg(QLatin1String(CADASTRE_VERSION)));
    box->setInformativeText(
        Words::tr("See any database: its map, its tables, and how they belong together.\n\n"
                  "It reads the catalog, never the rows, and changes nothing.\n"
                  "Free software under the MIT licence. Made with Qt %1 and Graphviz.")
            .arg(QLatin1String(qVersion())));
    box->open();
}

} // namespace cadastre
