// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/recent_desk.h"

#include "app/main_window.h"
#include "app/recent_databases.h"
#include "widgets/icons.h"
#include "widgets/start_page.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QTimer>

#include <algorithm>

namespace cadastre {

RecentDesk::RecentDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_window(parts.window)
    , m_settings(parts.settings)
    , m_menu(new QMenu(tr("Open &recent"), parts.window))
{
    m_menu->setIcon(themedIcon(QStringLiteral("open")));
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &RecentDesk::fillMenu);
    const StartPage* page = m_window->startPage();
    connect(page, &StartPage::recentPinned, this, [this](const QString& address, bool pinned) {
        m_settings->setPinned(address, pinned);
        refresh();
    });
    connect(page, &StartPage::recentRemoved, this, &RecentDesk::refresh, Qt::QueuedConnection);
    QTimer::singleShot(0, this, &RecentDesk::refresh);
}

void RecentDesk::fillMenus(const WindowMenus& menus)
{
    const QList<QAction*> actions = menus.file->actions();
    menus.file->insertMenu(actions.value(3), m_menu); // below the ways to open something
}

void RecentDesk::takeFacts(FactsChange /*change*/)
{
    QTimer::singleShot(0, this, &RecentDesk::refresh); // the window notes what is open first
}

void RecentDesk::leave()
{
    m_job.cancel();
    m_window->startPage()->disconnect(this);
}

void RecentDesk::refresh()
{
    std::vector<RecentEntry> entries = recentEntries(m_settings->recent(), m_settings->pinned());
    for (RecentEntry& entry : entries) { // as it was, until it is looked for again
        const auto known = std::ranges::find(m_entries, entry.address, &RecentEntry::address);
        entry.missing = known != m_entries.end() && known->missing;
    }
    show(entries);
    m_job.start(
        [entries](const std::atomic_bool&) {
            std::vector<RecentEntry> looked = entries;
            for (RecentEntry& entry : looked)
                entry.missing = !entry.address.contains(QLatin1String("://")) &&
                                !QFileInfo::exists(entry.address);
            return looked;
        },
        [this](std::vector<RecentEntry> looked) { show(std::move(looked)); });
}

void RecentDesk::show(std::vector<RecentEntry> entries)
{
    if (entries == m_entries && !entries.empty())
        return;
    m_entries = std::move(entries);
    m_window->startPage()->setRecent(m_entries);
    m_menu->menuAction()->setEnabled(!m_entries.empty());
}

void RecentDesk::fillMenu()
{
    m_menu->clear();
    int number = 0;
    for (const RecentEntry& entry : m_entries) {
        QString title = entry.title;
        title.replace(QLatin1Char('&'), QStringLiteral("&&"));
        const QString mnemonic = ++number < 10 ? QStringLiteral("&%1  ").arg(number) : QString();
        const QString text =
            entry.missing ? tr("%1 (not there)").arg(mnemonic + title) : QString(mnemonic + title);
        QAction* action =
            m_menu->addAction(themedIcon(entry.pinned ? QStringLiteral("pin") : entry.iconName),
                              text, this, [this, address = entry.address] { open(address); });
        action->setToolTip(entry.address.toHtmlEscaped());
        action->setStatusTip(entry.address);
        action->setEnabled(!entry.missing);
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("&Forget those that are not pinned"), this, [this] {
        for (const RecentEntry& entry : std::vector<RecentEntry>(m_entries)) {
            if (!entry.pinned)
                m_settings->removeRecent(entry.address);
        }
        refresh();
    });
}

void RecentDesk::open(const QString& address)
{
    m_window->openAddress(address);
}

std::vector<PaletteEntry> RecentDesk::paletteEntries() const
{
    std::vector<PaletteEntry> entries;
    for (const RecentEntry& entry : m_entries) {
        if (!entry.missing)
            entries.push_back(
                {entry.title,
                 tr("Open"),
                 entry.location,
                 themedIcon(entry.iconName),
                 [window = m_window, address = entry.address] { window->openAddress(address); },
                 {}});
    }
    return entries;
}

} // namespace cadastre
