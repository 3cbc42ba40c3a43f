// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/replace_comments_dialog.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace cadastre {

namespace {

constexpr int searchRestMs = 250; // after the last key

} // namespace

ReplaceCommentsDialog::ReplaceCommentsDialog(QWidget* parent)
    : BulkDialog(tr("Find and replace in comments"),
                 tr("Looks at every comment, including changes that are still pending. Notes (lines "
                    "such as @owner billing) are left alone unless you say otherwise."),
                 parent)
    , m_find(new QLineEdit(this))
    , m_replace(new QLineEdit(this))
    , m_case(new QCheckBox(tr("&Match case"), this))
    , m_whole(new QCheckBox(tr("Whole &words"), this))
    , m_pattern(new QCheckBox(tr("Regular e&xpression"), this))
    , m_notes(new QCheckBox(tr("Also in n&otes"), this))
    , m_rest(new QTimer(this))
{
    m_rest->setSingleShot(true);
    m_rest->setInterval(searchRestMs);
    connect(m_rest, &QTimer::timeout, this, &ReplaceCommentsDialog::ask);
    setUpFields();
    setHint(tr("Say what to look for."));
    m_find->setFocus();
}

void ReplaceCommentsDialog::setUpFields()
{
    m_find->setClearButtonEnabled(true);
    m_pattern->setToolTip(tr("In the replacement, \\1 to \\9 are what the groups found, \\n is a "
                             "new line"));
    auto* boxes = new QHBoxLayout;
    for (QCheckBox* box : {m_case, m_whole, m_pattern, m_notes}) {
        boxes->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ReplaceCommentsDialog::ask);
    }
    boxes->addStretch(1);
    auto* form = new QFormLayout;
    form->addRow(tr("&Find"), m_find);
    form->addRow(tr("Re&place with"), m_replace);
    form->addRow(QString(), boxes);
    head()->addLayout(form);
    for (QLineEdit* field : {m_find, m_replace}) {
        connect(field, &QLineEdit::textChanged, m_rest, qOverload<>(&QTimer::start));
        connect(field, &QLineEdit::returnPressed, this, &ReplaceCommentsDialog::ask);
    }
}

CommentSearch ReplaceCommentsDialog::search() const
{
    return {m_find->text(),      m_replace->text(),      m_whole->isChecked(),
            m_case->isChecked(), m_pattern->isChecked(), m_notes->isChecked()};
}

void ReplaceCommentsDialog::ask()
{
    m_rest->stop();
    if (m_find->text().isEmpty())
        setHint(tr("Say what to look for."));
    else
        Q_EMIT searchRequested(search());
}

} // namespace cadastre
