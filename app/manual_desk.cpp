// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/manual_desk.h"

#include "app/main_window.h"
#include "app/manual_chapters.h"
#include "widgets/icons.h"

#include <QAction>
#include <QApplication>
#include <QHash>
#include <QMenu>

namespace cadastre {

namespace {

/// Which chapter is about what a dock shows, by the dock's name.
QString chapterOfDock(const QString& name)
{
    static const QHash<QString, QString> chapters{
        {QStringLiteral("catalogDock"), QStringLiteral("find")},
        {QStringLiteral("relationshipsDock"), QStringLiteral("relationships")},
        {QStringLiteral("boundariesDock"), QStringLiteral("boundaries")},
        {QStringLiteral("crossingsDock"), QStringLiteral("boundaries")},
        {QStringLiteral("worklistDock"), QStringLiteral("comments")},
        {QStringLiteral("pendingDock"), QStringLiteral("comments")},
        {QStringLiteral("pathDock"), QStringLiteral("paths")},
        {QStringLiteral("startHereDock"), QStringLiteral("start-here")},
        {QStringLiteral("changesDock"), QStringLiteral("changes")},
        {QStringLiteral("viewsDock"), QStringLiteral("views")},
    };
    return chapters.value(name);
}

} // namespace

QString helpChapterOf(const QWidget* widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        QString chapter = widget->property(helpChapterProperty).toString();
        if (chapter.isEmpty())
            chapter = chapterOfDock(widget->objectName());
        if (!chapter.isEmpty())
            return chapter;
    }
    return QStringLiteral("index");
}

ManualDesk::ManualDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_window(parts.window)
    , m_manual(new QAction(themedIcon(QStringLiteral("manual")), tr("&Manual"), parts.window))
{
    m_open = [this](const QString& chapter) { open(chapter); };
    m_manual->setShortcut(QKeySequence(Qt::Key_F1));
    m_manual->setToolTip(tr("The manual, at the chapter of what you are in (F1)"));
    m_manual->setStatusTip(tr("The manual, at the chapter of what you are in"));
    m_window->addAction(m_manual);
    connect(m_manual, &QAction::triggered, this,
            [this] { open(helpChapterOf(QApplication::focusWidget())); });
}

void ManualDesk::fillMenus(const WindowMenus& menus)
{
    const QList<QAction*> before = menus.help->actions();
    menus.help->insertAction(before.value(0), m_manual);
}

std::vector<PaletteEntry> ManualDesk::paletteEntries() const
{
    std::vector<PaletteEntry> entries;
    for (const ManualChapter& chapter : manualChapters()) {
        entries.push_back({chapter.title,
                           tr("Manual"),
                           {},
                           themedIcon(QStringLiteral("manual")),
                           [open = m_open, name = chapter.name] { open(name); },
                           {}});
    }
    return entries;
}

ManualDialog* ManualDesk::dialog() const
{
    return m_dialog;
}

void ManualDesk::open(const QString& chapter)
{
    if (m_dialog == nullptr) {
        m_dialog = new ManualDialog(manualChapters(), m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->showChapter(chapter);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace cadastre
