// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/import_comments_dialog.h"

#include "widgets/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace cadastre {

ImportCommentsDialog::ImportCommentsDialog(QWidget* parent)
    : BulkDialog(tr("Import comments"),
                 tr("From a comment file, a CSV file (table, column, comment), a snapshot or "
                    "another database. What is new here is ticked; what would replace words is "
                    "not."),
                 parent)
    , m_target(new QComboBox(this))
    , m_targetLabel(new QLabel(tr("&Into"), this))
    , m_file(new QPushButton(themedIcon(QStringLiteral("file")), tr("From a &file…"), this))
    , m_server(new QPushButton(themedIcon(QStringLiteral("server")), tr("From a ser&ver…"), this))
    , m_open(new QToolButton(this))
    , m_origin(new QLabel(this))
    , m_all(new QCheckBox(tr("Also what is the sa&me or only here"), this))
{
    m_targetLabel->setBuddy(m_target);
    m_open->setText(tr("From an &open database"));
    m_open->setIcon(themedIcon(QStringLiteral("database")));
    m_open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_open->setPopupMode(QToolButton::InstantPopup);
    m_open->setMenu(new QMenu(m_open));
    m_origin->setTextFormat(Qt::PlainText);
    m_origin->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_file);
    row->addWidget(m_server);
    row->addWidget(m_open);
    row->addStretch(1);
    row->addWidget(m_targetLabel);
    row->addWidget(m_target);
    auto* below = new QHBoxLayout;
    below->addWidget(m_origin, 1);
    below->addWidget(m_all);
    head()->addLayout(row);
    head()->addLayout(below);
    connect(m_file, &QPushButton::clicked, this, &ImportCommentsDialog::fileRequested);
    connect(m_server, &QPushButton::clicked, this, &ImportCommentsDialog::serverRequested);
    connect(m_target, &QComboBox::currentIndexChanged, this, [this] {
        fillOpenMenu();
        Q_EMIT againRequested();
    });
    connect(m_all, &QCheckBox::toggled, this, &ImportCommentsDialog::againRequested);
    setOrigin({});
    setHint(tr("Choose where the comments come from."));
    m_file->setFocus();
}

void ImportCommentsDialog::setSources(const QStringList& names)
{
    if (names == m_sources)
        return;
    const QString chosen = target();
    m_sources = names;
    {
        const QSignalBlocker blocker(m_target);
        m_target->clear();
        m_target->addItems(names);
        m_target->setCurrentIndex(std::max<int>(0, static_cast<int>(names.indexOf(chosen))));
    }
    m_target->setVisible(names.size() > 1);
    m_targetLabel->setVisible(names.size() > 1);
    m_open->setVisible(names.size() > 1);
    fillOpenMenu();
}

void ImportCommentsDialog::fillOpenMenu()
{
    m_open->menu()->clear();
    for (const QString& name : m_sources) {
        if (name != target())
            m_open->menu()->addAction(name, this, [this, name] { Q_EMIT sourceRequested(name); });
    }
}

void ImportCommentsDialog::setOrigin(const QString& name)
{
    m_origin->setText(name.isEmpty() ? QString() : tr("From %1").arg(name));
}

QString ImportCommentsDialog::originText() const
{
    return m_origin->text();
}

QString ImportCommentsDialog::target() const
{
    return m_target->currentText();
}

bool ImportCommentsDialog::showsAll() const
{
    return m_all->isChecked();
}

} // namespace cadastre
