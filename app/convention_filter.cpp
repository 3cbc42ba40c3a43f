// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/convention_filter.h"

#include "app/worklist_desk.h"
#include "diagram/canvas.h"
#include "widgets/icons.h"

#include <QLocale>
#include <QMainWindow>
#include <QSet>
#include <QStatusBar>
#include <QToolButton>

namespace cadastre {

namespace {

constexpr int longestShown = 30; // characters of a name in the status bar

QString shortName(const QString& name)
{
    return name.size() <= longestShown ? name : QString(name.first(longestShown) + QChar(0x2026));
}

} // namespace

ConventionFilter::ConventionFilter(QMainWindow* window, Canvas* canvas,
                                   const WorklistDesk* worklist)
    : QObject(window)
    , m_canvas(canvas)
    , m_worklist(worklist)
    , m_button(new QToolButton(window))
{
    m_button->setObjectName(QStringLiteral("conventionFilter"));
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setIcon(themedIcon(QStringLiteral("close")));
    m_button->hide();
    window->statusBar()->addPermanentWidget(m_button);
    connect(m_button, &QToolButton::clicked, this, &ConventionFilter::clear);
}

void ConventionFilter::show(const QString& convention)
{
    m_convention = convention;
    refresh();
}

void ConventionFilter::clear()
{
    m_convention.reset();
    m_button->hide();
    m_canvas->setFaded({});
}

void ConventionFilter::refresh()
{
    if (!m_convention)
        return;
    const std::vector<TableId> shown = m_worklist->tablesOf(CoverageBy::Convention, *m_convention);
    const Catalog* catalog = m_worklist->state()->commented.catalog().get();
    if (!m_worklist->isCurrent() || m_canvas->graph() == nullptr ||
        m_canvas->graph()->catalog.get() != catalog)
        return; // told again when both have the newest
    if (shown.empty()) {
        clear();
        return;
    }
    const QSet<TableId> standsOut(shown.begin(), shown.end());
    std::vector<ObjectRef> faded;
    const int tables = static_cast<int>(catalog->objects().tables.size());
    for (int i = 0; i < tables; ++i) {
        if (!standsOut.contains(TableId{i}))
            faded.emplace_back(TableId{i});
    }
    m_canvas->setFaded(std::move(faded));
    const QString name = m_convention->isEmpty() ? tr("no convention") : *m_convention;
    m_button->setText(QString(tr("Only %1 (%2)")
                                  .arg(shortName(name), QLocale().toString(static_cast<qlonglong>(
                                                            std::ssize(shown)))))
                          .replace(QLatin1Char('&'), QLatin1String("&&")));
    m_button->setToolTip(
        tr("Only tables of the convention “%1” stand out in the diagram. Click to show all alike.")
            .arg(name)
            .toHtmlEscaped());
    m_button->setAccessibleName(tr("Show all tables alike, not only those of %1").arg(name));
    m_button->show();
}

} // namespace cadastre
