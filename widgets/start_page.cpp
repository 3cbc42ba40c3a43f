// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/start_page.h"

#include "widgets/action_card.h"
#include "widgets/icons.h"
#include "widgets/quiet_text_delegate.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr int columnWidth = 620;
constexpr int logoSize = 56;
constexpr int addressRole = Qt::UserRole + 1;
constexpr int locationRole = Qt::UserRole + 2;
constexpr int pinnedRole = Qt::UserRole + 3;

} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("startPage"));
    auto* column = new QWidget(this);
    column->setMaximumWidth(columnWidth);
    auto* inner = new QVBoxLayout(column);
    inner->setSpacing(14);
    inner->addStretch(1);
    inner->addWidget(createTitle());
    inner->addWidget(createWays());
    inner->addWidget(createRecent(), 4);
    inner->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(column, 100);
    layout->addStretch(1);
    updateColors();
    setRecent({});
}

QWidget* StartPage::createTitle()
{
    auto* box = new QWidget(this);
    auto* logo = new QLabel(box);
    logo->setPixmap(QIcon(QStringLiteral(":/icons/cadastre.svg")).pixmap(logoSize, logoSize));
    auto* name = new QLabel(QStringLiteral("Cadastre"), box);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setBold(true);
    name->setFont(large);
    m_sentence = new QLabel(tr("See any database: its map, its tables, and how they belong "
                               "together. It only reads; it writes comments, and only when you press Apply."),
                            box);
    m_sentence->setWordWrap(true);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(name);
    texts->addWidget(m_sentence);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(logo, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    return box;
}

QWidget* StartPage::createWays()
{
    auto* box = new QWidget(this);
    auto* sample =
        new ActionCard(QStringLiteral("sample"), tr("Open the &sample"),
                       tr("A shop that has lived for ten years: look around in it first"), box);
    sample->setObjectName(QStringLiteral("openSample"));
    sample->setProminent(true);
    m_sample = sample;
    // letters that no menu has: Alt and F must open the menu here, too
    auto* file = new ActionCard(QStringLiteral("open"), tr("Open a fi&le…"),
                                tr("SQLite, snapshot, workspace"), box);
    file->setObjectName(QStringLiteral("openFile"));
    file->setToolTip(tr("Open a file (Ctrl+O)"));
    auto* server = new ActionCard(QStringLiteral("server"), tr("Connect to &a server…"),
                                  tr("PostgreSQL, MariaDB, MySQL"), box);
    server->setObjectName(QStringLiteral("connectServer"));
    server->setToolTip(tr("Connect to a server (Ctrl+Shift+O)"));
    connect(sample, &ActionCard::clicked, this, &StartPage::sampleRequested);
    connect(file, &ActionCard::clicked, this, &StartPage::openFileRequested);
    connect(server, &ActionCard::clicked, this, &StartPage::connectRequested);
    m_dropHint = new QLabel(tr("Or drop a database file anywhere on this window."), box);
    m_dropHint->setAlignment(Qt::AlignCenter);

    auto* pair = new QHBoxLayout;
    pair->setSpacing(10);
    pair->addWidget(file, 1);
    pair->addWidget(server, 1);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(sample);
    layout->addLayout(pair);
    layout->addWidget(m_dropHint);
    return box;
}

QWidget* StartPage::createRecent()
{
    auto* box = new QWidget(this);
    auto* title = new QLabel(tr("Recen&t"), box);
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    m_recent = new QListWidget(box);
    title->setBuddy(m_recent);
    m_recent->setObjectName(QStringLiteral("recentList"));
    m_recent->setAccessibleName(tr("Recent databases"));
    m_recent->setToolTip(tr("Enter opens, Delete removes from this list, the menu key pins"));
    m_recent->setItemDelegate(new QuietTextDelegate(locationRole, m_recent));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setContextMenuPolicy(Qt::CustomContextMenu);
    m_recent->installEventFilter(this);
    m_noRecent = new QLabel(tr("Databases that you open will be listed here."), box);
    connect(m_recent, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        Q_EMIT recentChosen(item->data(addressRole).toString());
    });
    connect(m_recent, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
        Q_EMIT recentChosen(item->data(addressRole).toString());
    });
    connect(m_recent, &QWidget::customContextMenuRequested, this, &StartPage::openRecentMenu);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(title);
    layout->addWidget(m_recent, 1);
    layout->addWidget(m_noRecent);
    layout->addStretch(0);
    return box;
}

void StartPage::openRecentMenu(QPoint position)
{
    const QListWidgetItem* item = m_recent->itemAt(position);
    if (item == nullptr)
        item = m_recent->currentItem(); // by the menu key
    if (item == nullptr)
        return;
    const QString address = item->data(addressRole).toString();
    const bool pinned = item->data(pinnedRole).toBool();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(pinned ? tr("Un&pin") : tr("&Pin: keep it in this list, at the top"), this,
                    [this, address, pinned] { Q_EMIT recentPinned(address, !pinned); });
    menu->addAction(tr("&Remove from this list"), this,
                    [this, address] { Q_EMIT recentRemoved(address); });
    menu->popup(m_recent->viewport()->mapToGlobal(position));
}

void StartPage::setRecent(const std::vector<RecentEntry>& entries)
{
    m_recent->clear();
    for (const RecentEntry& entry : entries) {
        const QString icon = entry.missing  ? QStringLiteral("warning")
                             : entry.pinned ? QStringLiteral("pin")
                                            : entry.iconName;
        const QString location =
            entry.missing ? tr("%1 · not there").arg(entry.location) : entry.location;
        auto* item = new QListWidgetItem(themedIcon(icon), entry.title, m_recent);
        item->setData(addressRole, entry.address);
        item->setData(locationRole, location);
        item->setData(pinnedRole, entry.pinned);
        item->setData(Qt::AccessibleTextRole,
                      entry.pinned ? tr("%1, %2, pinned").arg(entry.title, location)
                                   : QStringLiteral("%1, %2").arg(entry.title, location));
        item->setToolTip(entry.missing
                             ? tr("%1 is not there now: it was moved, removed, or its disk is not "
                                  "mounted. Delete removes it from this list.")
                                   .arg(entry.address)
                                   .toHtmlEscaped()
                             : entry.address.toHtmlEscaped());
    }
    m_recent->setVisible(!entries.empty());
    m_noRecent->setVisible(entries.empty());
}

void StartPage::setSampleAvailable(bool available)
{
    m_sample->setVisible(available);
}

void StartPage::removeCurrent()
{
    if (const QListWidgetItem* item = m_recent->currentItem())
        Q_EMIT recentRemoved(item->data(addressRole).toString());
}

bool StartPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_recent && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void StartPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Base));
}

void StartPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_noRecent != nullptr)
        updateColors();
}

void StartPage::updateColors()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, mutedTextColor());
    for (QLabel* label : {m_sentence, m_dropHint, m_noRecent})
        label->setPalette(quiet);
}

} // namespace cadastre
