<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
<context>
    <name>AccountEnd</name>
    <message>
        <source>적던 내용은 아직 뒤에 보입니다. 필요하면 옮겨 적은 다음 눌러 주세요.</source>
        <translation>What you were typing is still in sight behind this. Write it down if you need it, then press the button.</translation>
    </message>
    <message>
        <source>이 계정으로 더 일할 수 없습니다</source>
        <translation>You cannot go on with this account</translation>
    </message>
    <message>
        <source>로그인 화면으로</source>
        <translation>To the sign-in screen</translation>
    </message>
    <message>
        <source>관리자가 역할을 바꾸어 화면도 바뀝니다. 이 화면에 남은 것은 새 화면으로 옮길 수 없습니다: {what}. 아직 뒤에 보이니 필요하면 옮겨 적은 다음 눌러 주세요. 이미 저장된 접수는 그대로 있습니다.</source>
        <translation>The administrator has given you another role, so the screens change. What is left on this one cannot be taken along: {what}. It can still be seen behind this; copy what you need, then press the button. Visits already saved stay as they are.</translation>
    </message>
    <message>
        <source>맡은 역할이 바뀌었습니다</source>
        <translation>Your role has changed</translation>
    </message>
    <message>
        <source>버리고 새 화면으로</source>
        <translation>Discard and go on</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>그 밖에  Ctrl+.</source>
        <translation>More  Ctrl+.</translation>
    </message>
    <message>
        <source>그 밖에 할 일</source>
        <translation>Other steps</translation>
    </message>
    <message>
        <source>{letter}  Ctrl+P</source>
        <translation>{letter}  Ctrl+P</translation>
    </message>
    <message>
        <source>PDF  Ctrl+S</source>
        <translation>PDF  Ctrl+S</translation>
    </message>
    <message>
        <source>PDF로 저장</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>이 PC의 설정 보기</source>
        <translation>see the settings of this PC</translation>
    </message>
    <message>
        <source>기관 설정 바꾸기</source>
        <translation>change the office’s settings</translation>
    </message>
    <message>
        <source>업무·부서·창구 바꾸기</source>
        <translation>change services, departments and counters</translation>
    </message>
    <message>
        <source>계정 관리</source>
        <translation>manage accounts</translation>
    </message>
    <message>
        <source>내 비밀번호 바꾸기</source>
        <translation>Change my password</translation>
    </message>
    <message>
        <source>접수</source>
        <translation>register visits</translation>
    </message>
    <message>
        <source>접수 목록 보기</source>
        <translation>see the list of visits</translation>
    </message>
    <message>
        <source>접수증 출력</source>
        <translation>print slips</translation>
    </message>
    <message>
        <source>일일 현황 보기</source>
        <translation>see the daily figures</translation>
    </message>
    <message>
        <source>접수 점검 보기</source>
        <translation>seeing the integrity check</translation>
    </message>
    <message>
        <source>봉인된 답 읽기</source>
        <translation>read sealed answers</translation>
    </message>
    <message>
        <source>감사 열쇠 만들기</source>
        <translation>make the audit key</translation>
    </message>
    <message>
        <source>공유 관리</source>
        <translation>manage sharing</translation>
    </message>
    <message>
        <source>서로 다르게 고친 값 정하기</source>
        <translation>settle values changed twice</translation>
    </message>
    <message>
        <source>담당 부서 찾기</source>
        <translation>look up the department</translation>
    </message>
    <message>
        <source>시민 안내</source>
        <translation>show citizens the way</translation>
    </message>
    <message>
        <source>업무 안내 바꾸기</source>
        <translation>change the directory</translation>
    </message>
    <message>
        <source>민원 적기</source>
        <translation>log cases</translation>
    </message>
    <message>
        <source>민원 보기</source>
        <translation>see cases</translation>
    </message>
    <message>
        <source>민원 처리</source>
        <translation>handle cases</translation>
    </message>
    <message>
        <source>민원의 개인정보 지우기</source>
        <translation>erase the personal data of cases</translation>
    </message>
    <message>
        <source>게시판 보기</source>
        <translation>see the board</translation>
    </message>
    <message>
        <source>게시판 카드 처리</source>
        <translation>handle cards of the board</translation>
    </message>
    <message>
        <source>폭언·폭행 기록</source>
        <translation>note abuse</translation>
    </message>
    <message>
        <source>폭언·폭행 기록 모두 보기</source>
        <translation>see all notes of abuse</translation>
    </message>
    <message>
        <source>업무량 보기</source>
        <translation>see the workload</translation>
    </message>
    <message>
        <source>중점과제 관리</source>
        <translation>keep improvement tasks</translation>
    </message>
    <message>
        <source>재검토 명단 관리</source>
        <translation>keep the list of second looks</translation>
    </message>
    <message>
        <source>선례 관리</source>
        <translation>keep precedents</translation>
    </message>
</context>
<context>
    <name>AddressForm</name>
    <message>
        <source>서버 (PostgreSQL)</source>
        <translation>Server (PostgreSQL)</translation>
    </message>
    <message>
        <source>공유 폴더의 파일</source>
        <translation>File in a shared folder</translation>
    </message>
    <message>
        <source>사용자</source>
        <translation>User</translation>
    </message>
    <message>
        <source>데이터베이스의 소유자 계정</source>
        <translation>The database&apos;s owner account</translation>
    </message>
    <message>
        <source>비밀번호</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>이 PC의 비밀번호 보관함에 둡니다.</source>
        <translation>Kept in this PC&apos;s password store.</translation>
    </message>
    <message>
        <source>서버</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>예: db.hanbit.go.kr</source>
        <translation>e.g. db.hanbit.go.kr</translation>
    </message>
    <message>
        <source>포트</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>데이터베이스</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>TLS 인증서 파일</source>
        <translation>TLS certificate file</translation>
    </message>
    <message>
        <source>비우면 이 PC가 믿는 인증서로 확인합니다.</source>
        <translation>Empty: the certificates this PC trusts.</translation>
    </message>
    <message>
        <source>파일</source>
        <translation>File</translation>
    </message>
    <message>
        <source>예: //server/share/minwon/office.db  ·  /mnt/share/office.db</source>
        <translation>e.g. //server/share/minwon/office.db  ·  /mnt/share/office.db</translation>
    </message>
    <message>
        <source>창구 10곳쯤까지 쓸 만합니다. 네트워크 폴더가 파일 잠금을 지켜야 하고, 주고받는 데 몇 초 걸릴 수 있습니다. 창구가 더 많으면 서버를 쓰세요.</source>
        <translation>Good for about 10 counters. The network folder must honour file locks, and an exchange may take some seconds. With more counters use a server.</translation>
    </message>
    <message>
        <source>인증서 고르기…</source>
        <translation>Choose certificate…</translation>
    </message>
    <message>
        <source>폴더에서 고르기…</source>
        <translation>Choose from a folder…</translation>
    </message>
    <message>
        <source>드라이브나 /부터 시작하는 전체 경로를 적어 주세요.</source>
        <translation>Please give the whole path, from the drive or / on.</translation>
    </message>
    <message>
        <source>서버의 이름이나 주소를 적어 주세요.</source>
        <translation>Please give the server’s name or address.</translation>
    </message>
    <message>
        <source>1에서 65535 사이의 숫자로 적어 주세요.</source>
        <translation>Please give a number from 1 to 65535.</translation>
    </message>
    <message>
        <source>데이터베이스의 이름을 적어 주세요.</source>
        <translation>Please give the name of the database.</translation>
    </message>
    <message>
        <source>데이터베이스의 사용자를 적어 주세요.</source>
        <translation>Please give the database’s user.</translation>
    </message>
    <message>
        <source>인증서 파일 고르기</source>
        <translation>Choose the certificate file</translation>
    </message>
    <message>
        <source>인증서 (*.crt *.pem *.cer)</source>
        <translation>Certificates (*.crt *.pem *.cer)</translation>
    </message>
    <message>
        <source>모든 파일 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>공유 파일 고르기</source>
        <translation>Choose the shared file</translation>
    </message>
</context>
<context>
    <name>Admin</name>
    <message>
        <source>코드</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>창구 목록</source>
        <translation>List of counters</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>국·소</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>위치</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>부서 목록</source>
        <translation>List of departments</translation>
    </message>
    <message>
        <source>아이디</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>역할</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>사람 목록</source>
        <translation>List of people</translation>
    </message>
    <message>
        <source>키</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>분야</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>업무 목록</source>
        <translation>List of services</translation>
    </message>
</context>
<context>
    <name>AdminPresenter</name>
    <message>
        <source>되돌릴 것이 없습니다. 이 화면에서 바꾼 것만 되돌릴 수 있습니다.</source>
        <translation>There is nothing to take back. Only what was changed on this screen can be.</translation>
    </message>
    <message>
        <source>되돌렸습니다: {what}</source>
        <translation>Taken back: {what}</translation>
    </message>
</context>
<context>
    <name>AdminView</name>
    <message>
        <source>되돌리기  Ctrl+Z</source>
        <translation>Undo  Ctrl+Z</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>관리</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>사람</source>
        <translation>People</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>창구</source>
        <translation>Counters</translation>
    </message>
    <message>
        <source>사무실 설정</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>가져오기</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>공유</source>
        <translation>Sharing</translation>
    </message>
    <message>
        <source>길 안내</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>새 계정의 임시 비밀번호</source>
        <translation>Temporary passwords of the new accounts</translation>
    </message>
    <message>
        <source>지금 한 번만 보여 드립니다. 각자에게 따로 전해 주세요. 처음 로그인할 때 새 비밀번호를 정합니다.</source>
        <translation>They are shown only this once. Please give each person theirs. A new password is chosen at the first sign-in.</translation>
    </message>
    <message>
        <source>{name}의 임시 비밀번호</source>
        <translation>Temporary password of {name}</translation>
    </message>
    <message>
        <source>지금 한 번만 보여 드립니다. 본인에게 직접 전해 주세요. 이 비밀번호로는 새 비밀번호를 정하는 일만 할 수 있습니다.</source>
        <translation>It is shown only this once. Please hand it to the person directly. All it can do is set a new password.</translation>
    </message>
    <message>
        <source>관리자 복구 코드</source>
        <translation>Administrator recovery code</translation>
    </message>
    <message>
        <source>지금 한 번만 보여 드립니다. 인쇄하거나 적어 금고에 두세요. 전에 만든 코드는 이제 쓸 수 없습니다. 관리자가 로그인할 수 없게 되면 로그인 화면의 ‘관리자 복구’에서 씁니다.</source>
        <translation>It is shown only this once. Print it or write it down, and put it in a safe. Earlier codes are worth nothing any more. It is used under ‘Recover administrator’ on the sign-in screen when no administrator can sign in.</translation>
    </message>
    <message>
        <source>PDF로 저장</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>AdmissionView</name>
    <message>
        <source>대기 등록</source>
        <translation>New visitor</translation>
    </message>
    <message>
        <source>대기 등록·접수증 출력   Enter</source>
        <translation>Add and print the slip   Enter</translation>
    </message>
    <message>
        <source>대기 등록하고 접수증 출력</source>
        <translation>Register as waiting and print the slip</translation>
    </message>
    <message>
        <source>호출</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>아무 창구</source>
        <translation>Any counter</translation>
    </message>
</context>
<context>
    <name>AskingWhere</name>
    <message>
        <source>현황을 PDF로 저장</source>
        <translation>Save the sheet as PDF</translation>
    </message>
    <message>
        <source>PDF 파일 (*.pdf)</source>
        <translation>PDF file (*.pdf)</translation>
    </message>
    <message>
        <source>CSV 파일 (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
    <message>
        <source>엑셀 파일 (*.xlsx)</source>
        <translation>Excel files (*.xlsx)</translation>
    </message>
    <message>
        <source>어디에 내보낼까요</source>
        <translation>Where to export</translation>
    </message>
</context>
<context>
    <name>AttachDialog</name>
    <message>
        <source>공유 시작</source>
        <translation>Begin sharing</translation>
    </message>
    <message>
        <source>접속 정보 바꾸기</source>
        <translation>Change the connection</translation>
    </message>
    <message>
        <source>진행</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>연결 시험</source>
        <translation>Test connection</translation>
    </message>
    <message>
        <source>시작</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>이 PC의 기록을 그대로 두고, 다른 창구와 나눌 사본을 공유하는 곳에 만듭니다. 이름과 메모는 잠근 채로 보냅니다. 네트워크가 끊겨도 창구는 계속 일합니다.</source>
        <translation>The records of this PC stay as they are; a copy for the other counters is made in the shared place. Names and notes travel locked. When the network is cut, every counter goes on working.</translation>
    </message>
    <message>
        <source>서버를 옮겼거나 비밀번호가 바뀌었을 때 씁니다. 같은 사무실의 공유 자료여야 합니다.</source>
        <translation>For a server that moved or a password that changed. It must be the shared side of the same office.</translation>
    </message>
    <message>
        <source>연결됩니다. 아직 비어 있어 이 사무실의 공유를 시작할 수 있습니다.</source>
        <translation>It can be reached. Nothing is there yet, so this office can begin sharing.</translation>
    </message>
    <message>
        <source>연결됩니다. 이 사무실({office})의 공유 자료가 있습니다.</source>
        <translation>It can be reached. The shared side of this office ({office}) is there.</translation>
    </message>
    <message>
        <source>연결되지만 다른 사무실 ‘{office}’의 자료가 있어 쓸 수 없습니다. 바뀐 것은 없습니다.</source>
        <translation>It can be reached, but it belongs to another office, “{office}”, and cannot be used. Nothing has changed.</translation>
    </message>
    <message>
        <source>공유 서버가 사용자 ‘{user}’의 이름이나 비밀번호를 받지 않았습니다. 바뀐 것은 없습니다. 이름과 비밀번호를 확인해 주세요.</source>
        <translation>The shared server does not accept the name or the password of the user ‘{user}’. Nothing has changed. Please check the name and the password.</translation>
    </message>
    <message>
        <source>그 자리에는 이미 다른 프로그램의 자료가 있습니다({address}). 양쪽 다 바뀐 것은 없습니다. 빈 데이터베이스나 새 파일 이름을 적어 주세요.</source>
        <translation>Another program’s data are there already ({address}). Nothing has changed on either side. Please give an empty database or a new file name.</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>공유를 시작했지만 아직 다 보내지 못했습니다. 연결되면 저절로 이어서 보냅니다.</source>
        <translation>Sharing has begun, but not everything is sent yet. The rest is sent by itself once connected.</translation>
    </message>
    <message>
        <source>공유를 시작했습니다. 기록을 보내는 중… 창을 닫아도 이어집니다.</source>
        <translation>Sharing has begun. Sending the records… It goes on when this is closed.</translation>
    </message>
    <message>
        <source>공유를 시작했고 모두 보냈습니다. 이제 다른 창구를 초대할 수 있습니다.</source>
        <translation>Sharing has begun and everything is sent. Other counters can be invited now.</translation>
    </message>
</context>
<context>
    <name>AttachmentCard</name>
    <message>
        <source>사본 저장  Ctrl+S</source>
        <translation>Save a copy  Ctrl+S</translation>
    </message>
    <message>
        <source>사본 저장</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>미리 볼 수 없습니다. 사본을 저장해 여세요.</source>
        <translation>No preview. Save a copy to open it.</translation>
    </message>
    <message>
        <source>{page}쪽  PgUp · PgDn</source>
        <translation>Page {page}  PgUp · PgDn</translation>
    </message>
</context>
<context>
    <name>AttachmentPresenter</name>
    <message>
        <source>붙였습니다: {name}</source>
        <translation>Attached: {name}</translation>
    </message>
    <message>
        <source>붙임에서 뺐습니다: {name}</source>
        <translation>Taken out: {name}</translation>
    </message>
    <message>
        <source>저장했습니다: {path}</source>
        <translation>Saved: {path}</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>붙이기  Ctrl+A</source>
        <translation>Attach  Ctrl+A</translation>
    </message>
    <message>
        <source>파일 붙이기</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>PDF·사진을 골라 붙이거나, 이 자리로 끌어다 놓습니다</source>
        <translation>Choose PDFs or photos, or drop them here</translation>
    </message>
    <message>
        <source>붙임 {count}</source>
        <translation>Attachments {count}</translation>
    </message>
    <message>
        <source>붙임 없음</source>
        <translation>No attachments</translation>
    </message>
    <message>
        <source>Enter로 열고 Delete로 뺍니다</source>
        <translation>Enter opens it, Delete takes it out</translation>
    </message>
    <message>
        <source>보내는 중</source>
        <translation>being sent</translation>
    </message>
    <message>
        <source>가져와야 함</source>
        <translation>to be fetched</translation>
    </message>
    <message>
        <source>손상됨</source>
        <translation>damaged</translation>
    </message>
</context>
<context>
    <name>AuditKeyDialog</name>
    <message>
        <source>감사 열쇠 만들기</source>
        <translation>Make the audit key</translation>
    </message>
    <message>
        <source>열쇠 만들기   Enter</source>
        <translation>Make the key   Enter</translation>
    </message>
    <message>
        <source>열쇠 만들기</source>
        <translation>Make the key</translation>
    </message>
    <message>
        <source>나중에   Esc</source>
        <translation>Later   Esc</translation>
    </message>
    <message>
        <source>나중에</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>금품·청탁에 관한 시민의 답은 이 열쇠로 봉인되어, 열쇠 암호를 아는 사람만 읽을 수 있습니다. 열쇠를 만들기 전에는 그 질문을 묻지 않습니다.</source>
        <translation>What citizens say about money and favours is sealed with this key, and only who knows its passphrase can read it. Until there is a key, that question is not asked.</translation>
    </message>
    <message>
        <source>암호를 잃어버리면 봉인된 답을 영영 읽을 수 없습니다. 관리자도 되살릴 수 없으니 안전한 곳에 따로 보관하세요.</source>
        <translation>If the passphrase is lost, the sealed answers can never be read again. Not even the administrator can bring them back, so keep it somewhere safe.</translation>
    </message>
    <message>
        <source>{minimum}자 이상, 로그인 비밀번호와 다르게</source>
        <translation>At least {minimum} characters, and not your sign-in password</translation>
    </message>
    <message>
        <source>열쇠 암호</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>열쇠 암호 한 번 더</source>
        <translation>Passphrase once more</translation>
    </message>
</context>
<context>
    <name>AuditKeyPresenter</name>
    <message>
        <source>두 번 입력한 암호가 서로 다릅니다. 열쇠를 만들지 않았습니다. 다시 입력해 주세요.</source>
        <translation>The two passphrases differ. No key was made. Please type them again.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>좋아요</source>
        <translation>Liked</translation>
    </message>
    <message>
        <source>아쉬워요</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>설문</source>
        <translation>Survey</translation>
    </message>
    <message>
        <source>쪽지</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>창구</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>새 카드</source>
        <translation>New</translation>
    </message>
    <message>
        <source>즉시 조치 중</source>
        <translation>Being fixed</translation>
    </message>
    <message>
        <source>고쳤음</source>
        <translation>Put right</translation>
    </message>
    <message>
        <source>장기 검토</source>
        <translation>Long-term</translation>
    </message>
    <message>
        <source>감사 전함</source>
        <translation>Thanked</translation>
    </message>
    <message>
        <source>민원으로</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>숨김</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>즉시 조치로 넘겼습니다</source>
        <translation>To be fixed now</translation>
    </message>
    <message>
        <source>고친 것으로 적었습니다</source>
        <translation>Written down as put right</translation>
    </message>
    <message>
        <source>장기 검토로 넘겼습니다</source>
        <translation>Moved to long-term review</translation>
    </message>
    <message>
        <source>감사를 전한 것으로 적었습니다</source>
        <translation>Written down as thanked</translation>
    </message>
    <message>
        <source>숨겼습니다</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>{days}일 지남</source>
        <translation>{days} days late</translation>
    </message>
    <message>
        <source>오늘까지</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>{days}일 안에</source>
        <translation>Due in {days} days</translation>
    </message>
    <message>
        <source>{name} 님 이야기</source>
        <translation>About {name}</translation>
    </message>
    <message>
        <source>{month}월 {day}일</source>
        <translation>{month}/{day}</translation>
    </message>
    <message>
        <source>{number} · 감사담당관이 맡은 민원이 되어 글은 그분만 봅니다.</source>
        <translation>{number} · It became a case of the audit officer, who alone sees the words.</translation>
    </message>
    <message>
        <source>이 PC에 없는 민원이 된 카드입니다. 글은 그 민원에서만 봅니다.</source>
        <translation>It became a case that is not on this PC. Its words are seen in that case only.</translation>
    </message>
    <message>
        <source>전  {before}</source>
        <translation>Before  {before}</translation>
    </message>
    <message>
        <source>후  {after}</source>
        <translation>After  {after}</translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message>
        <source>{count}장</source>
        <translation>{count}</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>맞는 카드가 없습니다</source>
        <translation>No card fits</translation>
    </message>
    <message>
        <source>찾는 말이나 부서를 지우면 모두 보입니다.</source>
        <translation>Clear the search or the department to see all of them.</translation>
    </message>
    <message>
        <source>할 일이 없습니다</source>
        <translation>Nothing to do</translation>
    </message>
    <message>
        <source>설문에 남긴 말은 저절로 들어옵니다 · 쪽지는 Ctrl+N</source>
        <translation>Survey comments come by themselves · Ctrl+N for a note</translation>
    </message>
    <message>
        <source>카드가 없습니다</source>
        <translation>No cards</translation>
    </message>
    <message>
        <source>불러오지 못했습니다</source>
        <translation>Could not be loaded</translation>
    </message>
    <message>
        <source>다른 화면에 갔다 오면 다시 불러옵니다.</source>
        <translation>Go to another screen and come back to try again.</translation>
    </message>
    <message>
        <source>되돌렸습니다 · {state} · 민원은 ‘취하’로 남습니다</source>
        <translation>Undone · {state} · the case stays as withdrawn</translation>
    </message>
    <message>
        <source>되돌렸습니다 · {state}</source>
        <translation>Undone · {state}</translation>
    </message>
    <message>
        <source>{side}로 옮겼습니다</source>
        <translation>Moved to {side}</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>카드를 고쳤습니다</source>
        <translation>The card was changed</translation>
    </message>
    <message>
        <source>{side}에 카드를 붙였습니다</source>
        <translation>Card added to: {side}</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>지난해</source>
        <translation>Previous year</translation>
    </message>
    <message>
        <source>다음 해</source>
        <translation>Next year</translation>
    </message>
    <message>
        <source>이 해에는 쉬는 날이 아직 없습니다</source>
        <translation>No holidays in this year yet</translation>
    </message>
    <message>
        <source>Ctrl+N으로 넣으세요. 토요일과 일요일은 넣지 않아도 됩니다.</source>
        <translation>Add one with Ctrl+N. Saturdays and Sundays need not be added.</translation>
    </message>
    <message>
        <source>날짜</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>예: 2026-10-05</source>
        <translation>For example 2026-10-05</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>예: 임시공휴일</source>
        <translation>For example: Special holiday</translation>
    </message>
    <message>
        <source>새 쉬는 날</source>
        <translation>New holiday</translation>
    </message>
    <message>
        <source>이 기관이 정했습니다.</source>
        <translation>Set by this office.</translation>
    </message>
    <message>
        <source>프로그램에 들어 있는 공휴일입니다.</source>
        <translation>A public holiday that the program comes with.</translation>
    </message>
    <message>
        <source>쉬는 날에서 빼기  Ctrl+D</source>
        <translation>Remove from the holidays  Ctrl+D</translation>
    </message>
    <message>
        <source>{year}년</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>날짜를 2026-10-05처럼 적어 주세요. 바뀐 것은 없습니다.</source>
        <translation>Please type the day like 2026-10-05. Nothing has changed.</translation>
    </message>
    <message>
        <source>{day} {name}을(를) 쉬는 날로 정했습니다.</source>
        <translation>{day} {name} is a holiday now.</translation>
    </message>
    <message>
        <source>{day} {name}을(를) 쉬는 날에서 뺐습니다.</source>
        <translation>{day} {name} is no holiday any more.</translation>
    </message>
    <message>
        <source>점심시간을 저장했습니다.</source>
        <translation>Lunch hour saved.</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>카드의 글</source>
        <translation>The card&apos;s text</translation>
    </message>
    <message>
        <source>고치기 전</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>예: 번호표 기계가 안쪽에 있어 찾기 어려웠음</source>
        <translation>e.g. the ticket machine stood inside and was hard to find</translation>
    </message>
    <message>
        <source>고친 뒤</source>
        <translation>After</translation>
    </message>
    <message>
        <source>예: 출입문 옆으로 옮기고 바닥에 화살표를 붙임</source>
        <translation>e.g. moved beside the door, with an arrow on the floor</translation>
    </message>
    <message>
        <source>누구를 칭찬했나요</source>
        <translation>Who is praised</translation>
    </message>
    <message>
        <source>이름이 나오지 않음</source>
        <translation>Nobody is named</translation>
    </message>
    <message>
        <source>잇지 않음</source>
        <translation>Not linked</translation>
    </message>
    <message>
        <source>저장   Enter</source>
        <translation>Save   Enter</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>고친 뒤 · 적고 저장하면 ‘고쳤음’이 됩니다</source>
        <translation>After · written and saved, the card counts as put right</translation>
    </message>
    <message>
        <source>중점과제에 잇기</source>
        <translation>Link to an improvement task</translation>
    </message>
</context>
<context>
    <name>CardForm</name>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message>
        <source>고치기</source>
        <translation>Put right</translation>
    </message>
    <message>
        <source>같은 사안에 잇기</source>
        <translation>Link to the same matter</translation>
    </message>
    <message>
        <source>같은 사안에서 떼기</source>
        <translation>Take out of the same matter</translation>
    </message>
    <message>
        <source>중점과제에 잇기</source>
        <translation>Link to an improvement task</translation>
    </message>
    <message>
        <source>개인정보 지우기</source>
        <translation>Erase personal data</translation>
    </message>
</context>
<context>
    <name>CaseBoard</name>
    <message>
        <source>이 PC에 없는 민원이라 공유 쪽에서 가져옵니다. 잠시만 기다려 주세요.  Esc 그만두기</source>
        <translation>This case is not on this PC and is being fetched from the shared side. One moment, please.  Esc to stop</translation>
    </message>
</context>
<context>
    <name>CaseBrowser</name>
    <message>
        <source>{step}: 저장했습니다.</source>
        <translation>{step}: saved.</translation>
    </message>
    <message>
        <source>{said} {letter}을(를) 인쇄하려면 Ctrl+P를 누르세요.</source>
        <translation>{said} Ctrl+P prints: {letter}.</translation>
    </message>
    <message>
        <source>선례로 남겼습니다. 비슷한 민원에 답할 때 옆에 나옵니다.</source>
        <translation>Kept as a precedent. It will stand beside answers to similar cases.</translation>
    </message>
</context>
<context>
    <name>CaseExportDialog</name>
    <message>
        <source>민원 목록 내보내기</source>
        <translation>Export the list of cases</translation>
    </message>
    <message>
        <source>내보내는 까닭</source>
        <translation>Reason for the export</translation>
    </message>
    <message>
        <source>예: 월간 업무 보고</source>
        <translation>Such as: monthly report</translation>
    </message>
    <message>
        <source>파일</source>
        <translation>File</translation>
    </message>
    <message>
        <source>고르기…  Ctrl+O</source>
        <translation>Choose…  Ctrl+O</translation>
    </message>
    <message>
        <source>파일 자리 고르기</source>
        <translation>Choose where the file goes</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Leave  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>이름은 가린 채 나가고, 감사담당관이 맡은 민원은 그분만 내보냅니다.</source>
        <translation>Names leave masked. Cases of the audit officer are exported by that officer only.</translation>
    </message>
    <message>
        <source>내보내는 까닭 · ↓ 방금 적으신 것</source>
        <translation>Reason for the export · ↓ given lately</translation>
    </message>
    <message>
        <source>엑셀 파일(XLSX)</source>
        <translation>Spreadsheet (XLSX)</translation>
    </message>
    <message>
        <source>글자 파일(CSV)</source>
        <translation>Text file (CSV)</translation>
    </message>
    <message>
        <source>누가 왜 몇 건을 내보냈는지 접속기록에 남습니다.</source>
        <translation>The access log keeps who exported how many, and why.</translation>
    </message>
    <message>
        <source>어디에 내보낼까요</source>
        <translation>Where should it go</translation>
    </message>
    <message>
        <source>엑셀 파일 (*.xlsx)</source>
        <translation>Spreadsheet (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV 파일 (*.csv)</source>
        <translation>CSV file (*.csv)</translation>
    </message>
    <message>
        <source>내보내기  Enter</source>
        <translation>Export  Enter</translation>
    </message>
    <message>
        <source>내보내기</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>그런 폴더가 없습니다. 파일을 둘 곳을 확인해 주세요.</source>
        <translation>There is no such folder. Please check where the file is to go.</translation>
    </message>
    <message>
        <source>{name} 파일이 이미 있습니다. 한 번 더 누르면 덮어씁니다.</source>
        <translation>{name} is there already. Press once more to write over it.</translation>
    </message>
    <message>
        <source>덮어쓰기  Enter</source>
        <translation>Write over it  Enter</translation>
    </message>
    <message>
        <source>덮어쓰기</source>
        <translation>Write over it</translation>
    </message>
</context>
<context>
    <name>CaseListView</name>
    <message>
        <source>민원 목록</source>
        <translation>List of cases</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>제목·내용·초성 찾기, 이름·전화는 그대로  Ctrl+F</source>
        <translation>Title, text, first consonants; names and phones in full  Ctrl+F</translation>
    </message>
    <message>
        <source>민원 찾기</source>
        <translation>Search cases</translation>
    </message>
    <message>
        <source>내보내기  Ctrl+E</source>
        <translation>Export  Ctrl+E</translation>
    </message>
    <message>
        <source>목록 내보내기</source>
        <translation>Export the list</translation>
    </message>
    <message>
        <source>새 민원  Ctrl+N</source>
        <translation>New case  Ctrl+N</translation>
    </message>
    <message>
        <source>새 민원</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>종류로 거르기</source>
        <translation>Filter by kind</translation>
    </message>
    <message>
        <source>모든 종류</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>부서로 거르기</source>
        <translation>Filter by department</translation>
    </message>
    <message>
        <source>모든 부서</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>찾은 것만</source>
        <translation>only what was found</translation>
    </message>
    <message>
        <source>다른 말이나 초성으로 찾아보세요. 이름과 전화번호는 모두 적어야 찾습니다.</source>
        <translation>Try other words or first consonants. Names and phone numbers are found only in full.</translation>
    </message>
    <message>
        <source>찾는 민원이 없습니다</source>
        <translation>No such case</translation>
    </message>
    <message>
        <source>기한이 지난 민원이 없습니다</source>
        <translation>Nothing is overdue</translation>
    </message>
    <message>
        <source>열린 민원이 없습니다</source>
        <translation>No open cases</translation>
    </message>
    <message>
        <source>Ctrl+N을 누르면 새 민원을 적습니다.</source>
        <translation>Ctrl+N writes a new case.</translation>
    </message>
    <message>
        <source>여기에 맞는 민원이 없습니다</source>
        <translation>No cases here</translation>
    </message>
    <message>
        <source>Ctrl+7을 누르면 모두 봅니다.</source>
        <translation>Ctrl+7 shows all of them.</translation>
    </message>
    <message>
        <source>공유 전체에서 찾았습니다.</source>
        <translation>Searched all that is shared.</translation>
    </message>
    <message>
        <source>연결이 없어 이 PC에 있는 것만 찾았습니다. 다른 창구의 민원이 더 있을 수 있습니다.</source>
        <translation>No connection: only this PC was searched. Other counters may have more.</translation>
    </message>
    <message>
        <source>이 PC의 모든 민원에서 찾았습니다.</source>
        <translation>Searched every case on this PC.</translation>
    </message>
    <message>
        <source>‘{word}’(으)로 읽어 찾았습니다.</source>
        <translation>Read as “{word}”.</translation>
    </message>
    <message>
        <source>열린 것</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>지난 것</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>오늘까지</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>이번 주까지</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>내 것</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>끝난 것</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>전체</source>
        <translation>All</translation>
    </message>
    <message>
        <source>목록을 불러오지 못했습니다</source>
        <translation>The list could not be loaded</translation>
    </message>
</context>
<context>
    <name>CasePages</name>
    <message>
        <source>대장</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>게시판</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>챙길 일</source>
        <translation>To look after</translation>
    </message>
    <message>
        <source>중점과제</source>
        <translation>Improvements</translation>
    </message>
    <message>
        <source>재검토</source>
        <translation>Second looks</translation>
    </message>
    <message>
        <source>선례</source>
        <translation>Precedents</translation>
    </message>
</context>
<context>
    <name>CasePapers</name>
    <message>
        <source>PDF로 저장</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF 파일 (*.pdf)</source>
        <translation>PDF file (*.pdf)</translation>
    </message>
    <message>
        <source>붙일 파일</source>
        <translation>Files to attach</translation>
    </message>
    <message>
        <source>PDF와 사진 (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)</source>
        <translation>PDFs and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)</translation>
    </message>
    <message>
        <source>붙임에서 뺄까요?</source>
        <translation>Take it out?</translation>
    </message>
    <message>
        <source>{name}을(를) 이 민원에서 뺍니다. 누가 뺐는지 기록에 남습니다.</source>
        <translation>{name} is taken out of this case. Who did it is logged.</translation>
    </message>
    <message>
        <source>빼기</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>그대로 두기</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>CasePresenter</name>
    <message>
        <source>공유 쪽에만 있는 민원이라 지금은 열 수 없습니다. {why}</source>
        <translation>Only the shared side has this case, so it cannot be opened now. {why}</translation>
    </message>
    <message>
        <source>그 사이 {what}. 적으신 글은 그대로 있습니다. 확인하고 다시 저장해 주세요.</source>
        <translation>Meanwhile {what}. What you typed is still here. Please look and save again.</translation>
    </message>
    <message>
        <source>그 사이 이 민원이 바뀌었습니다. 적으신 글은 그대로 있습니다. 확인하고 다시 저장해 주세요.</source>
        <translation>This case has changed meanwhile. What you typed is still here. Please look and save again.</translation>
    </message>
    <message>
        <source>{name}님이 {time}에 ‘{step}’을(를) 했습니다</source>
        <translation>{name} did “{step}” at {time}</translation>
    </message>
</context>
<context>
    <name>CaseSheet</name>
    <message>
        <source>이름 보기  Ctrl+I</source>
        <translation>Show name  Ctrl+I</translation>
    </message>
    <message>
        <source>이름 보기</source>
        <translation>Show name</translation>
    </message>
    <message>
        <source>어떻게 셌나요?  Ctrl+D</source>
        <translation>Counted how?  Ctrl+D</translation>
    </message>
    <message>
        <source>어떻게 셌나요?</source>
        <translation>How was it counted?</translation>
    </message>
    <message>
        <source>내용</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>처리 과정</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>같은 내용의 두 번째 고충민원이라 감사담당관이 처리합니다. 내용은 볼 수 없습니다(시행령 제17조).</source>
        <translation>A second grievance on the same matter: the audit officer handles it, and its text is not shown (Decree art. 17).</translation>
    </message>
    <message>
        <source>(볼 수 없음)</source>
        <translation>(not shown)</translation>
    </message>
    <message>
        <source>(개인정보를 지움)</source>
        <translation>(personal data erased)</translation>
    </message>
    <message>
        <source>이름 없음</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>기한 {moment} · {distance}</source>
        <translation>Due {moment} · {distance}</translation>
    </message>
    <message>
        <source>기한 {moment}</source>
        <translation>Due {moment}</translation>
    </message>
    <message>
        <source>기한 옮겨짐: 쉬는 날이 바뀌어 {day}에서 옮겨졌습니다.</source>
        <translation>Deadline moved from {day}: a holiday changed.</translation>
    </message>
    <message>
        <source>아직 맡은 사람 없음</source>
        <translation>nobody has it yet</translation>
    </message>
    <message>
        <source>{moment}까지 이어받아야 함</source>
        <translation>to be taken over by {moment}</translation>
    </message>
    <message>
        <source>같은 내용 {count}번째</source>
        <translation>Same matter, no. {count}</translation>
    </message>
</context>
<context>
    <name>CaseSteps</name>
    <message>
        <source>이어받기</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>이송</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>타 기관 이송</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>보완요구</source>
        <translation>Ask supplement</translation>
    </message>
    <message>
        <source>보완 기한 연장</source>
        <translation>Prolong supplement</translation>
    </message>
    <message>
        <source>보완 도착</source>
        <translation>Supplement came</translation>
    </message>
    <message>
        <source>현장조사 시작</source>
        <translation>Begin field survey</translation>
    </message>
    <message>
        <source>현장조사 끝</source>
        <translation>End field survey</translation>
    </message>
    <message>
        <source>기한 연장</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>진행상황 알림</source>
        <translation>Tell progress</translation>
    </message>
    <message>
        <source>독촉</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>종결</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>반려</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>취하</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>반복 민원 종결</source>
        <translation>Closed as repeated</translation>
    </message>
    <message>
        <source>이의신청</source>
        <translation>Objection</translation>
    </message>
    <message>
        <source>메모</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>바로잡기</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>내용 고치기</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>앞선 민원과 잇기</source>
        <translation>Link to an earlier case</translation>
    </message>
    <message>
        <source>파일 붙이기</source>
        <translation>Attach a file</translation>
    </message>
    <message>
        <source>서식 만들기</source>
        <translation>Make a letter</translation>
    </message>
    <message>
        <source>개인정보 지우기</source>
        <translation>Erase personal data</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>번호</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>종류</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>제목</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>민원인</source>
        <translation>Citizen</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>기한</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>담당자</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>(볼 수 없음)</source>
        <translation>(not shown)</translation>
    </message>
    <message>
        <source>(지워짐)</source>
        <translation>(erased)</translation>
    </message>
    <message>
        <source>감사담당관이 맡은 고충민원</source>
        <translation>A grievance the audit officer handles</translation>
    </message>
    <message>
        <source>보완요구 {count}번</source>
        <translation>Supplements asked for: {count}</translation>
    </message>
    <message>
        <source>이 PC에 없고 공유 쪽에 있습니다</source>
        <translation>Not on this PC; on the shared side</translation>
    </message>
    <message>
        <source>쉬는 날이 바뀌어 {day}에서 옮겨졌습니다</source>
        <translation>Moved from {day} because a holiday changed</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>인허가</source>
        <translation>Permit</translation>
    </message>
    <message>
        <source>신고</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>등록</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>확인·증명</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>법령질의</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>제도질의</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>건의</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>기타</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>고충</source>
        <translation>Grievance</translation>
    </message>
    <message>
        <source>칭찬</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>접수</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>처리 중</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>이송 중</source>
        <translation>In transfer</translation>
    </message>
    <message>
        <source>보완 대기</source>
        <translation>Awaiting</translation>
    </message>
    <message>
        <source>현장조사</source>
        <translation>Field survey</translation>
    </message>
    <message>
        <source>답변함</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>종결</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>해 드림</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>일부 해 드림</source>
        <translation>Partly done</translation>
    </message>
    <message>
        <source>거부</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>반려</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>취하</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>타 기관 이송</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>반복 민원 종결</source>
        <translation>Closed as repeated</translation>
    </message>
    <message>
        <source>감사 인사</source>
        <translation>Thanked</translation>
    </message>
    <message>
        <source>창구</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>종이</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>우편</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>온라인</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>게시판</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>민원인이 씀</source>
        <translation>by the citizen</translation>
    </message>
    <message>
        <source>직원이 대신 씀</source>
        <translation>by a clerk</translation>
    </message>
    <message>
        <source>복합민원</source>
        <translation>Several laws</translation>
    </message>
    <message>
        <source>다수인 관련</source>
        <translation>Many people</translation>
    </message>
    <message>
        <source>사전심사</source>
        <translation>Preliminary</translation>
    </message>
    <message>
        <source>접수증</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>보완요구서</source>
        <translation>Supplement request</translation>
    </message>
    <message>
        <source>처리기간 연장 통지서</source>
        <translation>Extension notice</translation>
    </message>
    <message>
        <source>이송 통지서</source>
        <translation>Transfer notice</translation>
    </message>
    <message>
        <source>진행상황 통지서</source>
        <translation>Progress notice</translation>
    </message>
    <message>
        <source>처리결과 통지서</source>
        <translation>Result notice</translation>
    </message>
    <message>
        <source>독촉장</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>M월 d일(ddd)</source>
        <translation>d MMM (ddd)</translation>
    </message>
    <message>
        <source>yyyy년 M월 d일(ddd)</source>
        <translation>d MMM yyyy (ddd)</translation>
    </message>
    <message>
        <source>기한 없음</source>
        <translation>No deadline</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>today</translation>
    </message>
    <message>
        <source>지남 {days}일</source>
        <translation>{days} d late</translation>
    </message>
    <message>
        <source>{day} 끝남</source>
        <translation>ended {day}</translation>
    </message>
    <message>
        <source>{due} · 옮겨짐</source>
        <translation>{due} · moved</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>접수 · {channel}</source>
        <translation>Received · {channel}</translation>
    </message>
    <message>
        <source>{deed}: {step}</source>
        <translation>{deed}: {step}</translation>
    </message>
    <message>
        <source>{day} {time}에 적음</source>
        <translation>noted {day} {time}</translation>
    </message>
    <message>
        <source>되돌림</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>앞뒤가 맞지 않아 세지 않음</source>
        <translation>does not fit, not counted</translation>
    </message>
    <message>
        <source>실제로는 {day}</source>
        <translation>really {day}</translation>
    </message>
    <message>
        <source>{day}까지</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>동의 받음</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>보완을 기다리는 동안 기한을 세지 않습니다: {first}부터, 늦어도 {until}까지(시행령 제20조).</source>
        <translation>The clock stands while the supplement is awaited: from {first}, until {until} at the latest (Decree art. 20).</translation>
    </message>
    <message>
        <source>현장조사하는 동안 기한을 세지 않습니다: {first}부터 {until}까지(시행령 제17조).</source>
        <translation>The clock stands during the field survey: {first} to {until} (Decree art. 17).</translation>
    </message>
    <message>
        <source>즉시(3근무시간)</source>
        <translation>at once (3 working hours)</translation>
    </message>
    <message>
        <source>{count}시간</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count}일</source>
        <translation>{count} days</translation>
    </message>
    <message>
        <source>{count}주</source>
        <translation>{count} weeks</translation>
    </message>
    <message>
        <source>{count}개월</source>
        <translation>{count} months</translation>
    </message>
    <message>
        <source>{count}년</source>
        <translation>{count} years</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>{number} {kind} 민원을 접수했습니다.</source>
        <translation>{number} ({kind}) is received.</translation>
    </message>
    <message>
        <source>{said} 접수증을 출력합니다.</source>
        <translation>{said} The receipt is being printed.</translation>
    </message>
</context>
<context>
    <name>CaseworkView</name>
    <message>
        <source>민원</source>
        <translation>Cases</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>아이디</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>로그인   Enter</source>
        <translation>Sign in   Enter</translation>
    </message>
    <message>
        <source>로그인</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>직원 교대</source>
        <translation>Change clerk</translation>
    </message>
    <message>
        <source>숫자를 누르고 비밀번호를 입력하세요. 지금 하던 일은 보관됩니다.</source>
        <translation>Press a number and type your password. Begun work is kept.</translation>
    </message>
    <message>
        <source>{words}  ·  하던 일 보관 중</source>
        <translation>{words}  ·  work kept</translation>
    </message>
    <message>
        <source>0   다른 직원</source>
        <translation>0   Somebody else</translation>
    </message>
    <message>
        <source>다른 직원</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Esc 돌아가기</source>
        <translation>Esc Back</translation>
    </message>
    <message>
        <source>비밀번호</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>확인하는 중…</source>
        <translation>Checking…</translation>
    </message>
</context>
<context>
    <name>ChartRow</name>
    <message>
        <source>만족 비율과 95% 구간</source>
        <translation>Satisfied, with 95% interval</translation>
    </message>
    <message>
        <source>시간대별 방문</source>
        <translation>Visits by hour</translation>
    </message>
    <message>
        <source>날마다 방문</source>
        <translation>Visits by day</translation>
    </message>
</context>
<context>
    <name>ClockStrip</name>
    <message>
        <source>이송 중</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>그 밖 {count}건</source>
        <translation>{count} more</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>지금 값</source>
        <translation>Value now</translation>
    </message>
    <message>
        <source>다른 값</source>
        <translation>Other value</translation>
    </message>
    <message>
        <source>다른 값으로 바꾸기</source>
        <translation>Take the other value</translation>
    </message>
    <message>
        <source>지금 값 그대로</source>
        <translation>Keep the value</translation>
    </message>
    <message>
        <source>{name}, {at}</source>
        <translation>{name}, {at}</translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message>
        <source>두 사람이 같이 고친 값</source>
        <translation>Values changed by two people</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>서로 끊겨 있는 동안 두 창구에서 같은 항목을 다르게 고쳤습니다. 두 값 모두 남아 있습니다. 어느 것이 맞는지 정해 주세요. 다른 항목은 이미 합쳐졌습니다.</source>
        <translation>While they could not reach each other, two counters changed the same field differently. Both values are kept. Please say which one is right. All other fields are merged already.</translation>
    </message>
    <message>
        <source>값이 둘인 항목 {count}건은 업무, 부서, 사람, 사무실 설정의 것이라 관리자가 정합니다. 두 값 모두 남아 있고, 접수는 그대로 됩니다.</source>
        <translation>Fields with two values: {count}. They are of services, departments, people or the office’s settings, so the administrator settles them. Both values are kept, and registering goes on as always.</translation>
    </message>
    <message>
        <source>여기서 정할 것은 없습니다</source>
        <translation>There is nothing for you to settle</translation>
    </message>
    <message>
        <source>모두 정했습니다</source>
        <translation>All settled</translation>
    </message>
    <message>
        <source>값이 둘인 항목이 없습니다.</source>
        <translation>No field has two values.</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>업무 정정</source>
        <translation>Correct the service</translation>
    </message>
    <message>
        <source>정정하는 까닭</source>
        <translation>Why it is corrected</translation>
    </message>
    <message>
        <source>까닭 한마디 (예: 인감으로 잘못 고름)</source>
        <translation>A word why (e.g. wrong key)</translation>
    </message>
    <message>
        <source>정정   Enter</source>
        <translation>Correct   Enter</translation>
    </message>
    <message>
        <source>정정하기</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>숫자나 이름으로 바꾸고, +로 더하고, 빈 칸에서 Backspace로 뺍니다 · 접수증과 QR은 그대로입니다</source>
        <translation>A digit or name changes, + adds, Backspace in the empty field removes · the slip and its QR code stay valid</translation>
    </message>
</context>
<context>
    <name>CorrectionPresenter</name>
    <message>
        <source>맞는 업무를 먼저 고르세요. 바뀐 것은 없습니다.</source>
        <translation>Choose the right service first. Nothing has changed.</translation>
    </message>
</context>
<context>
    <name>CountTables</name>
    <message>
        <source>방문 수 표</source>
        <translation>Table of visits</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>방문</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>응답률</source>
        <translation>Response rate</translation>
    </message>
    <message>
        <source>만족(95% 구간)</source>
        <translation>Satisfied (95%)</translation>
    </message>
    <message>
        <source>합계</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>업무가 여럿인 방문은 여러 줄에 듭니다. ‘업무’ 열만 합계와 맞습니다.</source>
        <translation>A visit for several services stands in several rows. Only the services add up to the total.</translation>
    </message>
    <message>
        <source>응답은 확정된 날만 더하며, 5건이 안 되는 칸은 숨깁니다.</source>
        <translation>Answers are of final days only; cells under five are hidden.</translation>
    </message>
    <message>
        <source>접수증 {slips}장에 응답 {answers}건</source>
        <translation>{answers} answers to {slips} slips</translation>
    </message>
    <message>
        <source>접수증</source>
        <translation>Slips</translation>
    </message>
</context>
<context>
    <name>CounterChange</name>
    <message>
        <source>이 PC의 기록이 옛것이거나 같은 사본이 또 있어 몇몇 접수의 번호가 바뀌었습니다. 접수 기록은 모두 그대로 있습니다. 이미 나간 접수증의 번호와 다를 수 있으니 아래를 확인해 주세요.</source>
        <translation>The records of this PC are an old copy, or there is a second copy of them, so some visits got other numbers. All visits are still there. Slips already handed out may show the old number: please check below.</translation>
    </message>
    <message>
        <source>알겠습니다</source>
        <translation>I see</translation>
    </message>
    <message>
        <source>번호가 바뀐 접수가 있습니다</source>
        <translation>Some visits got other numbers</translation>
    </message>
    <message>
        <source>이 PC의 기록이 옛것이거나 같은 사본이 또 있어, 공유 서버가 창구 코드를 {before}에서 {after}(으)로 바꾸었습니다. 접수 기록은 모두 그대로 있습니다. 새 창구로 다시 로그인해 주세요. 입력 중인 내용은 보관되어 있다가 다시 나타납니다.</source>
        <translation>The records of this PC are an old copy, or there is a second copy of them, so the shared side changed the counter code from {before} to {after}. All visits are still there. Please sign in again at the new counter. What you are typing is kept and comes back.</translation>
    </message>
    <message>
        <source>새 창구로 로그인</source>
        <translation>Sign in at the new counter</translation>
    </message>
    <message>
        <source>이 PC는 이제 {code} 창구입니다</source>
        <translation>This PC is counter {code} now</translation>
    </message>
</context>
<context>
    <name>CounterView</name>
    <message>
        <source>이 PC의 시계가 마지막 기록보다 {length} 늦습니다. 접수는 {day} 날짜로 번호를 이어서 계속됩니다. 관리자에게 PC 시계를 맞춰 달라고 하세요.</source>
        <translation>This PC’s clock is {length} behind the newest record. Visits go on under {day} with the next numbers. Please ask the administrator to set the clock.</translation>
    </message>
    <message>
        <source>{count}일</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>{count}시간</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count}분</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>CountersPage</name>
    <message>
        <source>그만 씀</source>
        <translation>retired</translation>
    </message>
    <message>
        <source>이 PC가 있는 창구</source>
        <translation>where this PC stands</translation>
    </message>
    <message>
        <source>쓰는 중</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>코드</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>접수 번호 앞에 붙습니다(A-001). 만든 뒤에는 바뀌지 않습니다.</source>
        <translation>Stands before visit numbers (A-001). It never changes.</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>새 창구</source>
        <translation>New counter</translation>
    </message>
    <message>
        <source>{name}을(를) 넣었습니다.</source>
        <translation>{name} was added.</translation>
    </message>
    <message>
        <source>{name}(으)로 이름을 고쳤습니다.</source>
        <translation>Renamed to {name}.</translation>
    </message>
    <message>
        <source>{name}을(를) 다시 씁니다.</source>
        <translation>{name} is in use again.</translation>
    </message>
    <message>
        <source>{name}을(를) 이제 쓰지 않습니다.</source>
        <translation>{name} is no longer in use.</translation>
    </message>
</context>
<context>
    <name>CoverView</name>
    <message>
        <source>돌아왔습니다   Enter</source>
        <translation>I am back   Enter</translation>
    </message>
    <message>
        <source>돌아왔습니다</source>
        <translation>I am back</translation>
    </message>
    <message>
        <source>다른 직원이 쓰기   F10</source>
        <translation>Somebody else   F10</translation>
    </message>
    <message>
        <source>다른 직원이 쓰기</source>
        <translation>Somebody else takes the window</translation>
    </message>
    <message>
        <source>비밀번호</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>하던 일은 그대로 있습니다. 접수증 출력도 계속됩니다.</source>
        <translation>Your work is as you left it. Slips go on printing.</translation>
    </message>
    <message>
        <source>자리 비움</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>화면 잠김</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>{what} · {name} · {time}부터</source>
        <translation>{what} · {name} · since {time}</translation>
    </message>
    <message>
        <source>비밀번호를 입력해 주세요.</source>
        <translation>Please type your password.</translation>
    </message>
    <message>
        <source>확인하는 중…</source>
        <translation>Checking…</translation>
    </message>
</context>
<context>
    <name>DailySheetPresenter</name>
    <message>
        <source>현황을 인쇄하는 중…</source>
        <translation>Printing the sheet…</translation>
    </message>
    <message>
        <source>PDF를 만드는 중…</source>
        <translation>Making the PDF…</translation>
    </message>
    <message>
        <source>파일을 만드는 중…</source>
        <translation>Making the file…</translation>
    </message>
    <message>
        <source>현황을 프린터로 보냈습니다.</source>
        <translation>The sheet was sent to the printer.</translation>
    </message>
    <message>
        <source>내보냈습니다: {path}</source>
        <translation>Exported: {path}</translation>
    </message>
    <message>
        <source>PDF로 저장했습니다: {path}</source>
        <translation>Saved as PDF: {path}</translation>
    </message>
</context>
<context>
    <name>DailySheetView</name>
    <message>
        <source>현황 인쇄</source>
        <translation>Print sheet</translation>
    </message>
    <message>
        <source>현황을 불러오지 못했습니다</source>
        <translation>The figures could not be loaded</translation>
    </message>
    <message>
        <source>PDF 저장</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>현황</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>인쇄  Ctrl+P</source>
        <translation>Print  Ctrl+P</translation>
    </message>
    <message>
        <source>PDF  Ctrl+S</source>
        <translation>PDF  Ctrl+S</translation>
    </message>
    <message>
        <source>내보내기  Ctrl+E</source>
        <translation>Export  Ctrl+E</translation>
    </message>
    <message>
        <source>내보내기</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>진행</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>취소  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>“–”는 응답이 5건보다 적거나, 빼서 알아낼 수 있어 숨긴 값입니다. 방문과 접수증 수는 모두 보입니다. 점수는 응답 다섯 건마다 새로 계산하며, 가는 선과 괄호는 95% 신뢰구간입니다.</source>
        <translation>“–” is hidden: fewer than five answers, or it could be found by subtraction. All counts of visits and slips are shown. Scores are worked out anew at every fifth answer; thin lines and brackets are 95% confidence intervals.</translation>
    </message>
    <message>
        <source>아직 응답을 받는 중이라 설문 값은 잠정입니다. {day}에 확정됩니다.</source>
        <translation>Answers still come in, so the survey’s figures are provisional. They are final on {day}.</translation>
    </message>
    <message>
        <source>다른 날짜를 고르거나 F6을 다시 눌러 보세요.</source>
        <translation>Choose another date or press F6 again.</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>11.30, 2026-11-30, 오늘, 어제, +7, -2</source>
        <translation>11.30, 2026-11-30, today, yesterday, +7, -2</translation>
    </message>
    <message>
        <source>날짜로 읽을 수 없습니다</source>
        <translation>No day can be read</translation>
    </message>
</context>
<context>
    <name>DayHead</name>
    <message>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>전날</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>다음 날</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>오늘로</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>M월 d일 (ddd)</source>
        <translation>d MMM (ddd)</translation>
    </message>
    <message>
        <source>목록의 날짜</source>
        <translation>Day of the list</translation>
    </message>
    <message>
        <source>지난 목록</source>
        <translation>Earlier day</translation>
    </message>
    <message>
        <source>내 접수 {registered} · 처리 {served} · 접수증 {slips} · 원하지 않음 {withheld}</source>
        <translation>Mine {registered} · served {served} · slips {slips} · declined {withheld}</translation>
    </message>
    <message>
        <source>지난 날은 정정과 접수증 출력만 합니다</source>
        <translation>On an earlier day: correct and print slips only</translation>
    </message>
</context>
<context>
    <name>DayTable</name>
    <message>
        <source>번호</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>시각</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>접수증</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>{kind} · 접수 {clerk}</source>
        <translation>{kind} · registered by {clerk}</translation>
    </message>
    <message>
        <source>번호표 {number}</source>
        <translation>Ticket {number}</translation>
    </message>
    <message>
        <source>정정: {word}</source>
        <translation>Corrected: {word}</translation>
    </message>
    <message>
        <source>넘긴 까닭: {word}</source>
        <translation>Handed over: {word}</translation>
    </message>
</context>
<context>
    <name>DepartmentsPage</name>
    <message>
        <source>부서 이름</source>
        <translation>Department name</translation>
    </message>
    <message>
        <source>국·소</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>위치</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>접수증에 찍힙니다.</source>
        <translation>Printed on slips.</translation>
    </message>
    <message>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>다른 전화</source>
        <translation>Other phones</translation>
    </message>
    <message>
        <source>팀 전화를 빈칸으로 나누어 적습니다.</source>
        <translation>Team numbers, separated by spaces.</translation>
    </message>
    <message>
        <source>새 부서</source>
        <translation>New department</translation>
    </message>
    <message>
        <source>{name} 부서를 넣었습니다.</source>
        <translation>{name} was added.</translation>
    </message>
    <message>
        <source>{name} 부서를 고쳤습니다.</source>
        <translation>{name} was changed.</translation>
    </message>
    <message>
        <source>{name} 부서를 다시 씁니다.</source>
        <translation>{name} is in use again.</translation>
    </message>
    <message>
        <source>{name} 부서를 이제 쓰지 않습니다.</source>
        <translation>{name} is no longer in use.</translation>
    </message>
</context>
<context>
    <name>DeskSettingsPresenter</name>
    <message>
        <source>영수증 프린터에는 A5를 쓸 수 없습니다. 바뀐 것은 없습니다. 용지를 먼저 바꿔 주세요.</source>
        <translation>A receipt printer cannot print on A5. Nothing has changed. Please choose another paper first.</translation>
    </message>
</context>
<context>
    <name>DeskSettingsView</name>
    <message>
        <source>화면 언어</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>보통</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>크게</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>아주 크게</source>
        <translation>Very large</translation>
    </message>
    <message>
        <source>글자 크기</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>고대비 (검은 바탕)</source>
        <translation>High contrast (black)</translation>
    </message>
    <message>
        <source>컴퓨터 설정에 맞춤</source>
        <translation>As the computer is set</translation>
    </message>
    <message>
        <source>화면 색</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>프린터</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>프린터 주소</source>
        <translation>Printer address</translation>
    </message>
    <message>
        <source>접수증 용지</source>
        <translation>Slip paper</translation>
    </message>
    <message>
        <source>접수증 언어</source>
        <translation>Slip language</translation>
    </message>
    <message>
        <source>외국인 접수증 언어</source>
        <translation>Foreigners’ slips</translation>
    </message>
    <message>
        <source>이 PC의 설정</source>
        <translation>Settings of this PC</translation>
    </message>
    <message>
        <source>창과 일일 현황의 언어입니다.</source>
        <translation>Of the window and the daily sheet.</translation>
    </message>
    <message>
        <source>모든 화면의 글자입니다.</source>
        <translation>On every screen.</translation>
    </message>
    <message>
        <source>모든 화면의 색입니다. 고대비는 글자가 더 또렷합니다.</source>
        <translation>Of every screen. High contrast makes words stand out more.</translation>
    </message>
    <message>
        <source>접수증과 일일 현황이 나갈 곳입니다. 영수증 프린터에는 접수증만 나갑니다.</source>
        <translation>Where slips and the daily sheet go. A receipt printer takes slips only.</translation>
    </message>
    <message>
        <source>접수증의 크기입니다.</source>
        <translation>The size of a slip.</translation>
    </message>
    <message>
        <source>접수증에 쓰는 언어입니다.</source>
        <translation>The language on a slip.</translation>
    </message>
    <message>
        <source>방문자가 외국인일 때 쓰는 언어입니다.</source>
        <translation>The language for foreign visitors.</translation>
    </message>
    <message>
        <source>예: tcp:192.168.0.50:9100, usb:04b8:0e15, serial:COM3:9600, file:/dev/usb/lp0</source>
        <translation>For example tcp:192.168.0.50:9100, usb:04b8:0e15, serial:COM3:9600, file:/dev/usb/lp0</translation>
    </message>
    <message>
        <source>이 PC의 기본 프린터</source>
        <translation>This PC’s default printer</translation>
    </message>
    <message>
        <source>프린터 없이 PDF 파일로</source>
        <translation>No printer: PDF files</translation>
    </message>
    <message>
        <source>영수증 프린터 (직접 연결)</source>
        <translation>Receipt printer (direct connection)</translation>
    </message>
    <message>
        <source>{name} (지금 없음)</source>
        <translation>{name} (not there now)</translation>
    </message>
    <message>
        <source>저장했습니다.</source>
        <translation>Saved.</translation>
    </message>
</context>
<context>
    <name>DeskSheet</name>
    <message>
        <source>가져오실 것</source>
        <translation>To bring</translation>
    </message>
    <message>
        <source>이 건물이 아닙니다. 다른 기관이라고 먼저 말씀드리세요.</source>
        <translation>Not in this building. Say first that it is another authority.</translation>
    </message>
    <message>
        <source>이 건물이 아닙니다. 사시는 동의 주민센터로 안내하세요.</source>
        <translation>Not in this building. Send them to the centre of the neighbourhood they live in.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>고르신 부서의 위치와 가져오실 것이 여기에 나옵니다.</source>
        <translation>Where the chosen desk is and what to bring will stand here.</translation>
    </message>
    <message>
        <source>안내함   Enter</source>
        <translation>Told   Enter</translation>
    </message>
    <message>
        <source>안내함</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>안내문 출력   Ctrl+P</source>
        <translation>Print slip   Ctrl+P</translation>
    </message>
    <message>
        <source>안내문 출력</source>
        <translation>Print guidance slip</translation>
    </message>
    <message>
        <source>가신다고 알리기   Ctrl+Enter</source>
        <translation>Announce   Ctrl+Enter</translation>
    </message>
    <message>
        <source>받는 창구에 가신다고 알리기</source>
        <translation>Announce at the receiving desk</translation>
    </message>
    <message>
        <source>언어  Ctrl+G</source>
        <translation>Language  Ctrl+G</translation>
    </message>
    <message>
        <source>할 일 모두 출력   Ctrl+P</source>
        <translation>Print all steps   Ctrl+P</translation>
    </message>
    <message>
        <source>이송 {hours}</source>
        <translation>Transfer {hours}</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>날짜</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>요일</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>쉬는 날</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>정한 곳</source>
        <translation>Set by</translation>
    </message>
    <message>
        <source>이 기관</source>
        <translation>This office</translation>
    </message>
    <message>
        <source>공휴일</source>
        <translation>Public holiday</translation>
    </message>
    <message>
        <source>새로 생김</source>
        <translation>New</translation>
    </message>
    <message>
        <source>바뀜</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>옮김</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>없어짐</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>그대로</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>잘못됨</source>
        <translation>Bad</translation>
    </message>
    <message>
        <source>(없음)</source>
        <translation>(nothing)</translation>
    </message>
    <message>
        <source>다시 안내합니다</source>
        <translation>in use again</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>파일에 없어 이제 안내하지 않습니다</source>
        <translation>not in the file: nobody is sent there any more</translation>
    </message>
    <message>
        <source>모두</source>
        <translation>All</translation>
    </message>
    <message>
        <source>생애 사건</source>
        <translation>Life event</translation>
    </message>
    <message>
        <source>할 일</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>이렇게들 말합니다</source>
        <translation>How people say it</translation>
    </message>
    <message>
        <source>할 일, 차례대로</source>
        <translation>What is to be done, in order</translation>
    </message>
    <message>
        <source>무엇을 언제까지</source>
        <translation>What, and by when</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>시민의 말</source>
        <translation>What citizens say</translation>
    </message>
    <message>
        <source>이어지는 업무</source>
        <translation>Leads to</translation>
    </message>
    <message>
        <source>확인</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>사람</source>
        <translation>People</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>배운 말</source>
        <translation>Learned phrases</translation>
    </message>
    <message>
        <source>배우지 않음</source>
        <translation>Not learned</translation>
    </message>
    <message>
        <source>관리자가 정함</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>한 사람만</source>
        <translation>One person</translation>
    </message>
    <message>
        <source>모두에게</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>갈림 질문</source>
        <translation>Deciding question</translation>
    </message>
    <message>
        <source>고를 답</source>
        <translation>Choices</translation>
    </message>
    <message>
        <source>고를 답과 업무</source>
        <translation>Choices and their tasks</translation>
    </message>
    <message>
        <source>시민이 고를 말</source>
        <translation>What the citizen chooses</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>위치</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>업무 안내</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>이제 쓰지 않습니다. 찾을 때 나오지 않으며 Ctrl+D로 다시 쓸 수 있습니다.</source>
        <translation>Not in use: it is not found any more. Ctrl+D takes it up again.</translation>
    </message>
    <message>
        <source>월</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>화</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>수</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>목</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>금</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>토</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>일</source>
        <translation>Sun</translation>
    </message>
</context>
<context>
    <name>DirectoryImportPage</name>
    <message>
        <source>파일 고르기…  Ctrl+O</source>
        <translation>Choose a file…  Ctrl+O</translation>
    </message>
    <message>
        <source>파일 고르기</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>받아들이기  Ctrl+Enter</source>
        <translation>Accept  Ctrl+Enter</translation>
    </message>
    <message>
        <source>받아들이기</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>줄</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>달라지는 것</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>달라지는 업무</source>
        <translation>Tasks that change</translation>
    </message>
    <message>
        <source>업무 안내 파일(CSV, XLSX)을 고르세요</source>
        <translation>Choose the file of the directory (CSV, XLSX)</translation>
    </message>
    <message>
        <source>열: 국·소, 부서, 팀, 업무, 찾는 말, 위치, 전화. 고르면 무엇이 달라지는지 먼저 보여 드립니다. 일상에서 쓰는 말, 필요 서류, 찾아가는 길과 배운 말은 그대로 남습니다.</source>
        <translation>Columns: bureau, department, team, task, keywords, location, phone. You see first what would change. Everyday words, papers, the way there and what was learned stay as they are.</translation>
    </message>
    <message>
        <source>가져올 파일</source>
        <translation>File to import</translation>
    </message>
    <message>
        <source>표 (*.csv *.xlsx *.txt)</source>
        <translation>Tables (*.csv *.xlsx *.txt)</translation>
    </message>
    <message>
        <source>읽는 중…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>업무 안내를 파일대로 바꿨습니다. {counts}</source>
        <translation>The directory is now as in the file. {counts}</translation>
    </message>
    <message>
        <source>받아들이는 중…</source>
        <translation>Accepting…</translation>
    </message>
    <message>
        <source>{name} {count}</source>
        <translation>{name} {count}</translation>
    </message>
    <message>
        <source>잘못된 줄을 파일에서 고친 뒤 다시 골라 주세요. 바뀐 것은 없습니다.</source>
        <translation>Please put the bad rows right in the file and choose it again. Nothing has changed.</translation>
    </message>
    <message>
        <source>파일과 지금 안내가 같습니다. 바꿀 것이 없습니다.</source>
        <translation>The directory is as in the file. There is nothing to change.</translation>
    </message>
</context>
<context>
    <name>DirectoryPages</name>
    <message>
        <source>업무 안내</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>갈림 질문</source>
        <translation>Deciding questions</translation>
    </message>
    <message>
        <source>생애 사건</source>
        <translation>Life events</translation>
    </message>
    <message>
        <source>배운 말</source>
        <translation>Learned phrases</translation>
    </message>
    <message>
        <source>휴일·점심</source>
        <translation>Holidays and lunch</translation>
    </message>
    <message>
        <source>업무 안내 가져오기</source>
        <translation>Import directory</translation>
    </message>
</context>
<context>
    <name>Doorway</name>
    <message>
        <source>입력 중인 내용을 이미 여러 명 보관하고 있어 더 보관할 수 없습니다. 하던 접수를 마치거나, 보관된 직원이 먼저 로그인해 마쳐 주세요.</source>
        <translation>Work is already being kept for as many people as there is room for. Finish the visit begun here, or let one of them sign in and finish first.</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>받은 때부터 근무시간으로 셉니다(하루 8시간).</source>
        <translation>Counted in working hours from the receipt (8 a day).</translation>
    </message>
    <message>
        <source>받은 날부터 세고 토요일과 쉬는 날은 빼고 셉니다.</source>
        <translation>Counted from the day of receipt, without Saturdays and holidays.</translation>
    </message>
    <message>
        <source>받은 날부터 달력대로 세고, 끝 날이 쉬는 날이면 다음 근무일까지입니다.</source>
        <translation>Counted by the calendar from the day of receipt; a last day that is closed moves to the next working day.</translation>
    </message>
    <message>
        <source>첫날은 빼고 달력대로 세고, 끝 날이 쉬는 날이면 다음 근무일까지입니다.</source>
        <translation>Counted by the calendar without the first day; a last day that is closed moves to the next working day.</translation>
    </message>
    <message>
        <source>기한을 어떻게 셌나요?</source>
        <translation>How was the deadline counted?</translation>
    </message>
    <message>
        <source>하루씩 센 날</source>
        <translation>The days, one by one</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>기한이 없습니다</source>
        <translation>No deadline</translation>
    </message>
    <message>
        <source>칭찬처럼 법에 처리기간이 없는 것입니다.</source>
        <translation>The act sets no period for this, as for praise.</translation>
    </message>
    <message>
        <source>쉬는 날이 바뀌어 기한이 {day}에서 옮겨졌습니다.</source>
        <translation>A holiday changed and moved the deadline from {day}.</translation>
    </message>
    <message>
        <source>날짜</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>센 날</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>까닭</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>{number}일째</source>
        <translation>Day {number}</translation>
    </message>
    <message>
        <source>여기까지</source>
        <translation>The end</translation>
    </message>
    <message>
        <source>{hours}시간</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{minutes}분</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours}시간 {minutes}분</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>주말</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>쉬는 날</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>근무가 끝난 뒤에 받음</source>
        <translation>Received after hours</translation>
    </message>
    <message>
        <source>첫날은 세지 않음</source>
        <translation>The first day does not count</translation>
    </message>
    <message>
        <source>보완을 기다린 날</source>
        <translation>Waiting for the supplement</translation>
    </message>
    <message>
        <source>현장조사한 날</source>
        <translation>Field survey</translation>
    </message>
    <message>
        <source>멈춘 날</source>
        <translation>Paused</translation>
    </message>
</context>
<context>
    <name>EarlierDaysBar</name>
    <message>
        <source>다시 시도</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>다른 창구 기록은 공유 서버에 있습니다. 받는 중… (남은 날 {count}일)</source>
        <translation>Other counters&apos; records are on the shared side. Fetching… (days left: {count})</translation>
    </message>
    <message>
        <source>아직 받지 못한 날이 {count}일 있어 그날은 이 PC의 기록만 보입니다. {why}</source>
        <translation>Days not fetched yet: {count}. For those only this PC&apos;s records are shown. {why}</translation>
    </message>
</context>
<context>
    <name>EditForm</name>
    <message>
        <source>접수할 때 잘못 적은 것을 바로잡습니다. 누가 무엇을 고쳤는지 기록에 남습니다.</source>
        <translation>What was received wrongly is put right here. Who changed what stays on record.</translation>
    </message>
    <message>
        <source>저장  Ctrl+Enter</source>
        <translation>Save  Ctrl+Enter</translation>
    </message>
    <message>
        <source>종류</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>받은 길</source>
        <translation>How it came</translation>
    </message>
    <message>
        <source>글을 쓴 사람</source>
        <translation>Who wrote it</translation>
    </message>
    <message>
        <source>제목</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>내용</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>주소</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>새올 번호</source>
        <translation>Saeol number</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>업무 이름이나 초성</source>
        <translation>Name or first consonants of a service</translation>
    </message>
    <message>
        <source>이름·전화·주소는 왜 보는지 적은 뒤 고칩니다.</source>
        <translation>Name, phone and address can be changed once you have said why you look at them.</translation>
    </message>
    <message>
        <source>이름 보기  Ctrl+I</source>
        <translation>Show name  Ctrl+I</translation>
    </message>
    <message>
        <source>이름 보기</source>
        <translation>Show name</translation>
    </message>
    <message>
        <source>새올 번호 (18자리)</source>
        <translation>Saeol number (18 digits)</translation>
    </message>
    <message>
        <source>그런 업무가 없습니다. 목록에서 골라 주세요.</source>
        <translation>There is no such service. Please choose one from the list.</translation>
    </message>
</context>
<context>
    <name>EnteredList</name>
    <message>
        <source>번호</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>시각</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>이번에 입력한 접수</source>
        <translation>Visits entered this time</translation>
    </message>
    <message>
        <source>아직 입력한 것이 없습니다</source>
        <translation>Nothing entered yet</translation>
    </message>
    <message>
        <source>저장하면 번호가 여기에 쌓입니다.
종이에 번호를 옮겨 적어 두세요.</source>
        <translation>Numbers gather here as you save.
Note them on your paper.</translation>
    </message>
    <message>
        <source>다시 시도  Ctrl+T</source>
        <translation>Try again  Ctrl+T</translation>
    </message>
    <message>
        <source>다시 시도</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>되살리기  Ctrl+E</source>
        <translation>Take back  Ctrl+E</translation>
    </message>
    <message>
        <source>되살리기</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Ctrl+Z 방금 입력한 줄 되돌리기</source>
        <translation>Ctrl+Z undoes the line just entered</translation>
    </message>
    <message>
        <source>이번에 입력 {count}건</source>
        <translation>Entered this time: {count}</translation>
    </message>
    <message>
        <source>저장하지 못함: {time} {service}</source>
        <translation>Not saved: {time} {service}</translation>
    </message>
    <message>
        <source>{what} 외 {count}건</source>
        <translation>{what} and {count} more</translation>
    </message>
</context>
<context>
    <name>EraseCard</name>
    <message>
        <source>{number}의 제목·내용·이름·전화·주소, 처리하며 적은 글, 붙임을 지웁니다. 되살릴 수 없습니다. 번호와 종류, 처리한 날은 통계에 남습니다.</source>
        <translation>Title, text, name, phone and address of {number}, what was written while it was handled, and its attachments are erased. They cannot be brought back. Number, kind and dates stay for the figures.</translation>
    </message>
    <message>
        <source>지우기…  Enter</source>
        <translation>Erase…  Enter</translation>
    </message>
    <message>
        <source>지우는 까닭</source>
        <translation>Reason for erasing</translation>
    </message>
    <message>
        <source>예: 민원인이 삭제를 요청함</source>
        <translation>For example: the citizen asked for it</translation>
    </message>
    <message>
        <source>지우는 까닭 (이름은 적지 마세요. 접속기록에 남습니다)</source>
        <translation>Reason (no names, please: it stays in the access log)</translation>
    </message>
    <message>
        <source>왜 지우는지 한 줄 적어 주세요. 아직 지우지 않았습니다.</source>
        <translation>Please say in a line why. Nothing has been erased yet.</translation>
    </message>
    <message>
        <source>개인정보를 정말 지울까요?</source>
        <translation>Erase the personal data?</translation>
    </message>
    <message>
        <source>{number}의 글과 이름, 붙임이 모두 없어집니다. 되돌릴 수 없습니다.</source>
        <translation>All texts, names and attachments of {number} will be gone. This cannot be undone.</translation>
    </message>
    <message>
        <source>그대로 두기</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>Erase</translation>
    </message>
</context>
<context>
    <name>EventBar</name>
    <message>
        <source>차례로 보기  Ctrl+E</source>
        <translation>Show all  Ctrl+E</translation>
    </message>
    <message>
        <source>할 일을 차례로 보기</source>
        <translation>Show everything to do in order</translation>
    </message>
    <message>
        <source>{event} · 하실 일 {count}가지가 있습니다</source>
        <translation>{event} · {count} things to do</translation>
    </message>
</context>
<context>
    <name>EventHead</name>
    <message>
        <source>돌아가기  Esc</source>
        <translation>Back  Esc</translation>
    </message>
    <message>
        <source>돌아가기</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{event} · 할 일을 차례로</source>
        <translation>{event} · what to do, in order</translation>
    </message>
    <message>
        <source>할 일 {steps}가지 · 부서와 기관 {places}곳</source>
        <translation>Things to do: {steps} · desks: {places}</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>생애 사건이 아직 없습니다</source>
        <translation>No life events yet</translation>
    </message>
    <message>
        <source>사망, 출생, 이사처럼 여러 부서를 돌아야 하는 일을 Ctrl+N으로 만드세요.</source>
        <translation>A death, a birth, a move: make one with Ctrl+N for whatever leads to several departments.</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>예: 출생</source>
        <translation>For example: Birth</translation>
    </message>
    <message>
        <source>이렇게들 말합니다</source>
        <translation>How people say it</translation>
    </message>
    <message>
        <source>시민이 하는 말을 쉼표로 나누어 적습니다.</source>
        <translation>What citizens say, with commas between.</translation>
    </message>
    <message>
        <source>새 생애 사건</source>
        <translation>New life event</translation>
    </message>
    <message>
        <source>할 일을 하나 이상 적어 주세요. 바뀐 것은 없습니다.</source>
        <translation>Please give at least one thing to do. Nothing has changed.</translation>
    </message>
    <message>
        <source>{name} 생애 사건을 넣었습니다.</source>
        <translation>Life event {name} added.</translation>
    </message>
    <message>
        <source>{name} 생애 사건을 고쳤습니다.</source>
        <translation>Life event {name} changed.</translation>
    </message>
    <message>
        <source>{name} 생애 사건을 이제 쓰지 않습니다.</source>
        <translation>Life event {name} is not in use any more.</translation>
    </message>
    <message>
        <source>{name} 생애 사건을 다시 씁니다.</source>
        <translation>Life event {name} is in use again.</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>멈추기</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>{period} 내보내기</source>
        <translation>Export {period}</translation>
    </message>
    <message>
        <source>현황 표 — 엑셀 파일(XLSX)</source>
        <translation>Tables of figures — Excel file (XLSX)</translation>
    </message>
    <message>
        <source>현황 표 — 글자 파일(CSV)</source>
        <translation>Tables of figures — text file (CSV)</translation>
    </message>
    <message>
        <source>방문 목록 — 엑셀 파일(XLSX), 메모와 번호표는 빼고</source>
        <translation>List of visits — Excel file (XLSX), without notes and queue numbers</translation>
    </message>
    <message>
        <source>내보내는 까닭</source>
        <translation>Reason for the export</translation>
    </message>
    <message>
        <source>예: 월간 업무 보고</source>
        <translation>e.g. monthly report</translation>
    </message>
    <message>
        <source>내보내기</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>방문 목록은 까닭을 적어야 내보낼 수 있습니다. 누가 왜 내보냈는지 접속기록에 남습니다.</source>
        <translation>A list of visits can be exported only with a reason. The access log keeps who exported it and why.</translation>
    </message>
    <message>
        <source>적지 않아도 됩니다. 누가 내보냈는지 접속기록에 남습니다.</source>
        <translation>You may leave this empty. The access log keeps who exported it.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>메모</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>번호표</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>사무실 이름</source>
        <translation>Office name</translation>
    </message>
    <message>
        <source>설문 주소</source>
        <translation>Survey host</translation>
    </message>
    <message>
        <source>접수증 응답 기한(일)</source>
        <translation>Days a slip can be answered</translation>
    </message>
    <message>
        <source>되돌리기 시간(초)</source>
        <translation>Seconds to undo</translation>
    </message>
    <message>
        <source>결재란</source>
        <translation>Approval boxes</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>날짜</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>내보내는 까닭</source>
        <translation>Reason for the export</translation>
    </message>
    <message>
        <source>용지</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>언어</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>출력 시각</source>
        <translation>Print time</translation>
    </message>
    <message>
        <source>접수 건수</source>
        <translation>Number of visits</translation>
    </message>
    <message>
        <source>비밀번호</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>열쇠 암호</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>아이디</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>역할</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>코드</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>국·소</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>위치</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>다른 전화</source>
        <translation>Other phones</translation>
    </message>
    <message>
        <source>업무 분야</source>
        <translation>Service area</translation>
    </message>
    <message>
        <source>선택 키</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>찾는 말</source>
        <translation>Search words</translation>
    </message>
    <message>
        <source>여는 시각</source>
        <translation>Opens</translation>
    </message>
    <message>
        <source>닫는 시각</source>
        <translation>Closes</translation>
    </message>
    <message>
        <source>하루를 닫는 시각</source>
        <translation>Day ends</translation>
    </message>
    <message>
        <source>화면 잠금(분)</source>
        <translation>Screen lock (minutes)</translation>
    </message>
    <message>
        <source>메모 보관(일)</source>
        <translation>Notes kept (days)</translation>
    </message>
    <message>
        <source>다른 창구 기록 보관(일)</source>
        <translation>Keep other counters’ visits (days)</translation>
    </message>
    <message>
        <source>민원 개인정보 보관(일)</source>
        <translation>Personal data of cases kept (days)</translation>
    </message>
    <message>
        <source>첨부 파일 하나의 크기(MB)</source>
        <translation>Size of an attachment (MB)</translation>
    </message>
    <message>
        <source>민원 한 건의 첨부(MB)</source>
        <translation>Attachments of a case (MB)</translation>
    </message>
    <message>
        <source>상담 종료 예고(분)</source>
        <translation>Notice that a talk must end (min)</translation>
    </message>
    <message>
        <source>상담을 끝낼 수 있는 때(분)</source>
        <translation>A talk may be ended after (min)</translation>
    </message>
    <message>
        <source>게시판 쪽지 살피기(근무일)</source>
        <translation>A card is looked at within (working days)</translation>
    </message>
    <message>
        <source>다음 접수 때 앞 방문 끝내기</source>
        <translation>The next visit finishes the one before</translation>
    </message>
    <message>
        <source>점심시간</source>
        <translation>lunch hour</translation>
    </message>
    <message>
        <source>팀</source>
        <translation>team</translation>
    </message>
    <message>
        <source>쓰는 말</source>
        <translation>everyday words</translation>
    </message>
    <message>
        <source>필요 서류</source>
        <translation>papers needed</translation>
    </message>
    <message>
        <source>찾아가는 길</source>
        <translation>the way there</translation>
    </message>
    <message>
        <source>갈림 질문</source>
        <translation>deciding question</translation>
    </message>
    <message>
        <source>고를 답</source>
        <translation>choices</translation>
    </message>
    <message>
        <source>생애 사건</source>
        <translation>life event</translation>
    </message>
    <message>
        <source>할 일</source>
        <translation>things to do</translation>
    </message>
    <message>
        <source>할 일의 설명</source>
        <translation>note of a thing to do</translation>
    </message>
    <message>
        <source>시민의 말</source>
        <translation>the citizen&apos;s words</translation>
    </message>
    <message>
        <source>실제 담당 업무</source>
        <translation>the task they belonged to</translation>
    </message>
    <message>
        <source>제목</source>
        <translation>title</translation>
    </message>
    <message>
        <source>내용</source>
        <translation>text</translation>
    </message>
    <message>
        <source>주소</source>
        <translation>address</translation>
    </message>
    <message>
        <source>받은 길</source>
        <translation>how it came</translation>
    </message>
    <message>
        <source>새올 번호</source>
        <translation>Saeol number</translation>
    </message>
    <message>
        <source>처리기간</source>
        <translation>period</translation>
    </message>
    <message>
        <source>받은 때</source>
        <translation>received</translation>
    </message>
    <message>
        <source>한 날</source>
        <translation>day it was done</translation>
    </message>
    <message>
        <source>언제까지</source>
        <translation>until</translation>
    </message>
    <message>
        <source>불복 방법</source>
        <translation>remedy</translation>
    </message>
    <message>
        <source>카드 글</source>
        <translation>text of the card</translation>
    </message>
    <message>
        <source>칭찬받은 직원</source>
        <translation>clerk who was praised</translation>
    </message>
    <message>
        <source>고치기 전</source>
        <translation>before</translation>
    </message>
    <message>
        <source>고친 뒤</source>
        <translation>after</translation>
    </message>
    <message>
        <source>처리 상태</source>
        <translation>state</translation>
    </message>
    <message>
        <source>목표</source>
        <translation>goal</translation>
    </message>
    <message>
        <source>재는 것</source>
        <translation>measure</translation>
    </message>
    <message>
        <source>사전 협의</source>
        <translation>consulted first</translation>
    </message>
    <message>
        <source>배운 점</source>
        <translation>what was learned</translation>
    </message>
    <message>
        <source>시작일</source>
        <translation>begins</translation>
    </message>
    <message>
        <source>끝나는 날</source>
        <translation>ends</translation>
    </message>
    <message>
        <source>분기</source>
        <translation>quarter</translation>
    </message>
    <message>
        <source>중점과제</source>
        <translation>improvement task</translation>
    </message>
    <message>
        <source>점검한 글</source>
        <translation>notes of the review</translation>
    </message>
    <message>
        <source>지우는 까닭</source>
        <translation>reason for erasing</translation>
    </message>
    <message>
        <source>과제 이름</source>
        <translation>task&apos;s name</translation>
    </message>
    <message>
        <source>있었던 일</source>
        <translation>what happened</translation>
    </message>
    <message>
        <source>본 사람</source>
        <translation>witnesses</translation>
    </message>
    <message>
        <source>신청한 것</source>
        <translation>applied for</translation>
    </message>
    <message>
        <source>신청한 분의 이름</source>
        <translation>applicant&apos;s name</translation>
    </message>
    <message>
        <source>탈락한 날</source>
        <translation>day of the rejection</translation>
    </message>
    <message>
        <source>다시 볼 날</source>
        <translation>day of the second look</translation>
    </message>
    <message>
        <source>다시 본 결과</source>
        <translation>outcome of the second look</translation>
    </message>
    <message>
        <source>탈락한 까닭</source>
        <translation>reason of the rejection</translation>
    </message>
    <message>
        <source>물은 것</source>
        <translation>question</translation>
    </message>
    <message>
        <source>답변</source>
        <translation>answer</translation>
    </message>
    <message>
        <source>근거 법령</source>
        <translation>law</translation>
    </message>
    <message>
        <source>달</source>
        <translation>month</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>일별</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>주별</source>
        <translation>By week</translation>
    </message>
    <message>
        <source>월별</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>시간별</source>
        <translation>By hour</translation>
    </message>
    <message>
        <source>업무별</source>
        <translation>By service</translation>
    </message>
    <message>
        <source>부서별</source>
        <translation>By department</translation>
    </message>
    <message>
        <source>국별</source>
        <translation>By bureau</translation>
    </message>
    <message>
        <source>창구별</source>
        <translation>By counter</translation>
    </message>
    <message>
        <source>월 화 수 목 금 토 일</source>
        <translation>Mon Tue Wed Thu Fri Sat Sun</translation>
    </message>
    <message>
        <source>{month}.{day}({weekday})</source>
        <translation>{weekday} {day}/{month}</translation>
    </message>
    <message>
        <source>{hour}시</source>
        <translation>{hour}:00</translation>
    </message>
    <message>
        <source>{day}부터 한 주</source>
        <translation>Week from {day}</translation>
    </message>
    <message>
        <source>{year}년 {month}월</source>
        <translation>{month}/{year}</translation>
    </message>
    <message>
        <source>지난주</source>
        <translation>Last week</translation>
    </message>
    <message>
        <source>지난달</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>표시하지 않음</source>
        <translation>not shown</translation>
    </message>
    <message>
        <source>{value} (95% 구간 {interval}, n {n})</source>
        <translation>{value} (95% interval {interval}, n {n})</translation>
    </message>
    <message>
        <source>정전 등으로 나중에 입력 {n}건 · 종이에 적은 시각이라 소요 시간에는 넣지 않았습니다.</source>
        <translation>Entered later after an outage: {n} · their times are from paper and in no waiting or handling time.</translation>
    </message>
    <message>
        <source>그 밖 {n}가지</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>업무 정정 {n}건</source>
        <translation>services corrected {n}×</translation>
    </message>
    <message>
        <source>{date}에 출력한 뒤 바뀌었습니다: {changes}. 다시 출력하면 ‘정정 출력’이라고 적힙니다.</source>
        <translation>Changed since the print of {date}: {changes}. The next print will say “corrected”.</translation>
    </message>
    <message>
        <source>방문</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>처리 업무</source>
        <translation>services</translation>
    </message>
    <message>
        <source>처리 완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>나중 입력</source>
        <translation>entered later</translation>
    </message>
    <message>
        <source>그냥 감</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>기록 없음</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>접수증</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>접수증 안 받음</source>
        <translation>slips declined</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>카드에서 찾기  Ctrl+F</source>
        <translation>Search the cards  Ctrl+F</translation>
    </message>
    <message>
        <source>카드에서 찾기</source>
        <translation>Search the cards</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>모든 부서</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>새 카드  Ctrl+N</source>
        <translation>New card  Ctrl+N</translation>
    </message>
    <message>
        <source>새 카드</source>
        <translation>New card</translation>
    </message>
    <message>
        <source>벽 화면  Ctrl+Shift+F11</source>
        <translation>Wall display  Ctrl+Shift+F11</translation>
    </message>
    <message>
        <source>벽 화면</source>
        <translation>Wall display</translation>
    </message>
    <message>
        <source>되돌리기  Ctrl+Z</source>
        <translation>Undo  Ctrl+Z</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>할 일</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>장기 검토</source>
        <translation>Long-term</translation>
    </message>
    <message>
        <source>마친 카드</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>숨긴 카드</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>전체</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>전에 확인된 말</source>
        <translation>Confirmed before</translation>
    </message>
    <message>
        <source>{words}이라는 말로</source>
        <translation>by the words {words}</translation>
    </message>
    <message>
        <source>{words}라는 말로</source>
        <translation>by the words {words}</translation>
    </message>
    <message>
        <source>안내 자료에 있는 말 {words}</source>
        <translation>in the directory: {words}</translation>
    </message>
    <message>
        <source>초성으로 읽으면 {words}</source>
        <translation>by first consonants: {words}</translation>
    </message>
    <message>
        <source>자판을 영문으로 바꾸면 {words}</source>
        <translation>in the English keyboard mode: {words}</translation>
    </message>
    <message>
        <source>자판을 한글로 바꾸면 {words}</source>
        <translation>in the Korean keyboard mode: {words}</translation>
    </message>
    <message>
        <source>부서나 팀 이름 {words}</source>
        <translation>the name of a department or team {words}</translation>
    </message>
    <message>
        <source>전화번호 {words}</source>
        <translation>phone number {words}</translation>
    </message>
    <message>
        <source>이 건물이 아님</source>
        <translation>Not in this building</translation>
    </message>
    <message>
        <source>위치는 안내 자료에 없습니다</source>
        <translation>The directory names no place</translation>
    </message>
    <message>
        <source>처리 부서로</source>
        <translation>to who handles it</translation>
    </message>
    <message>
        <source>다른 부서로</source>
        <translation>to another desk</translation>
    </message>
    <message>
        <source>다른 기관으로</source>
        <translation>to another office</translation>
    </message>
    <message>
        <source>{hours}시간</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>오늘 {time}까지</source>
        <translation>by {time} today</translation>
    </message>
    <message>
        <source>내일 {time}까지</source>
        <translation>by {time} tomorrow</translation>
    </message>
    <message>
        <source>d일(ddd)</source>
        <translation>ddd d</translation>
    </message>
    <message>
        <source>{day} {time}까지</source>
        <translation>by {day}, {time}</translation>
    </message>
    <message>
        <source>{minutes}분</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours}시간 {minutes}분</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>기한 {length} 지남</source>
        <translation>{length} overdue</translation>
    </message>
    <message>
        <source>근무 시간으로 {length} 남음</source>
        <translation>{length} of working time left</translation>
    </message>
    <message>
        <source>{length} 남음</source>
        <translation>{length} left</translation>
    </message>
    <message>
        <source>맞음</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>다른 곳</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>아직 모름</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>거둠</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>비슷한 일이 두 곳에</source>
        <translation>Two desks do something alike</translation>
    </message>
    <message>
        <source>담당이 바뀜</source>
        <translation>The task has moved</translation>
    </message>
    <message>
        <source>하신 말과 뜻이 다름</source>
        <translation>Meant something else</translation>
    </message>
    <message>
        <source>안내 자료에 없음</source>
        <translation>Not in the directory</translation>
    </message>
    <message>
        <source>그 밖</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>FinderBoard</name>
    <message>
        <source>무엇을 하러 오셨나요? 들은 그대로 치세요</source>
        <translation>What brings them here? Type it as you hear it</translation>
    </message>
    <message>
        <source>하신 말씀</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>안내함 {time}</source>
        <translation>Told {time}</translation>
    </message>
</context>
<context>
    <name>FinderView</name>
    <message>
        <source>{desk} · 가신다고 알렸습니다 · 되돌리기 Ctrl+Z</source>
        <translation>{desk} · announced · undo Ctrl+Z</translation>
    </message>
    <message>
        <source>{desk} · 이송 시계 {due} · 되돌리기 Ctrl+Z</source>
        <translation>{desk} · transfer {due} · undo Ctrl+Z</translation>
    </message>
    <message>
        <source>{desk} · 안내한 것으로 적었습니다 · 되돌리기 Ctrl+Z</source>
        <translation>{desk} · noted as told · undo Ctrl+Z</translation>
    </message>
</context>
<context>
    <name>FirstPasswordDialog</name>
    <message>
        <source>새 비밀번호 정하기</source>
        <translation>Choose a new password</translation>
    </message>
    <message>
        <source>지금 비밀번호는 관리자가 준 임시 비밀번호입니다. 본인만 아는 비밀번호를 정하면 시작합니다.</source>
        <translation>This is a temporary password from the administrator. Choose one that only you know, and you can start.</translation>
    </message>
</context>
<context>
    <name>ForeseenCard</name>
    <message>
        <source>어떻게 셌나요?  Ctrl+D</source>
        <translation>How counted?  Ctrl+D</translation>
    </message>
    <message>
        <source>어떻게 셌나요?</source>
        <translation>How was it counted?</translation>
    </message>
    <message>
        <source>기한 없음</source>
        <translation>No deadline</translation>
    </message>
    <message>
        <source>종류를 고르면 언제까지인지 나옵니다.</source>
        <translation>Choose a kind to see by when.</translation>
    </message>
    <message>
        <source>업무를 고르면 언제까지인지 나옵니다.</source>
        <translation>Choose a service to see by when.</translation>
    </message>
    <message>
        <source>{moment}까지</source>
        <translation>by {moment}</translation>
    </message>
    <message>
        <source>지금 받으면</source>
        <translation>If received now</translation>
    </message>
    <message>
        <source>{moment}에 받았으니</source>
        <translation>Received {moment}</translation>
    </message>
</context>
<context>
    <name>GivingPresenter</name>
    <message>
        <source>이 건물의 부서가 아니어서 알릴 수 없습니다. 안내문을 드리세요: Ctrl+P</source>
        <translation>It is not in this building, so nobody can be told there. Give a slip: Ctrl+P</translation>
    </message>
    <message>
        <source>알린 것을 거두었습니다. 받는 창구의 대기에서 빠졌습니다.</source>
        <translation>The announcement is taken back. They no longer wait at that desk.</translation>
    </message>
    <message>
        <source>이송 시계를 멈추었습니다</source>
        <translation>The transfer clock is stopped</translation>
    </message>
    <message>
        <source>안내한 것을 거두었습니다</source>
        <translation>Taken back: nobody was told</translation>
    </message>
    <message>
        <source>안내할 곳을 먼저 고르세요: ↑ ↓</source>
        <translation>Choose a desk first: ↑ ↓</translation>
    </message>
    <message>
        <source>안내문을 프린터로 보냈습니다: {name}</source>
        <translation>The slip went to the printer: {name}</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>사용 안내</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>차례</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>돌아가기  Esc</source>
        <translation>Back  Esc</translation>
    </message>
    <message>
        <source>돌아가기</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>안내는 한국어로만 있습니다.</source>
        <translation>The guides are in Korean only.</translation>
    </message>
    <message>
        <source>안내에서 찾기   Ctrl+F</source>
        <translation>Find in the guide   Ctrl+F</translation>
    </message>
    <message>
        <source>안내에서 찾기</source>
        <translation>Find in the guide</translation>
    </message>
    <message>
        <source>차례   Ctrl+T</source>
        <translation>Contents   Ctrl+T</translation>
    </message>
    <message>
        <source>찾는 말이 없습니다</source>
        <translation>Not found</translation>
    </message>
</context>
<context>
    <name>GuidedPanel</name>
    <message>
        <source>오늘 안내한 사람</source>
        <translation>Shown the way today</translation>
    </message>
    <message>
        <source>오늘 안내한 사람 목록</source>
        <translation>List of those shown the way today</translation>
    </message>
    <message>
        <source>오늘은 아직 안내가 없습니다</source>
        <translation>Nobody was shown the way yet today</translation>
    </message>
    <message>
        <source>안내한 뒤 맞았는지 알려 주시면 다음부터 먼저 나옵니다.</source>
        <translation>Say afterwards whether it was right, and it comes first the next time.</translation>
    </message>
    <message>
        <source>맞았음  F5</source>
        <translation>Right  F5</translation>
    </message>
    <message>
        <source>맞았음</source>
        <translation>It was right</translation>
    </message>
    <message>
        <source>다른 곳이었음  F8</source>
        <translation>Elsewhere  F8</translation>
    </message>
    <message>
        <source>다른 곳이었음</source>
        <translation>It was elsewhere</translation>
    </message>
    <message>
        <source>넘겨받음  Ctrl+T</source>
        <translation>Taken over  Ctrl+T</translation>
    </message>
    <message>
        <source>이송을 넘겨받음</source>
        <translation>The transfer was taken over</translation>
    </message>
    <message>
        <source>시각</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>하신 말씀</source>
        <translation>Said</translation>
    </message>
    <message>
        <source>안내한 곳</source>
        <translation>Sent to</translation>
    </message>
    <message>
        <source>결과</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>오늘 안내한 사람 {count}명</source>
        <translation>Shown the way today: {count}</translation>
    </message>
    <message>
        <source>결과를 모르는 분 {count}명</source>
        <translation>outcome not known: {count}</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>다른 창구로 넘기기</source>
        <translation>Hand over to another counter</translation>
    </message>
    <message>
        <source>넘기는 까닭</source>
        <translation>Why it is handed over</translation>
    </message>
    <message>
        <source>까닭 한마디 (예: 여권 창구 안내)</source>
        <translation>A word why (e.g. passport counter)</translation>
    </message>
    <message>
        <source>넘기기   Enter</source>
        <translation>Hand over   Enter</translation>
    </message>
    <message>
        <source>넘기기</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>창구 · 숫자를 누르세요</source>
        <translation>Counter · press a digit</translation>
    </message>
    <message>
        <source>넘길 다른 창구가 없습니다. 바뀐 것은 없습니다.</source>
        <translation>There is no other counter. Nothing has changed.</translation>
    </message>
</context>
<context>
    <name>HandOverPresenter</name>
    <message>
        <source>넘길 창구를 먼저 고르세요. 숫자 하나면 됩니다.</source>
        <translation>Choose the counter first. One digit is enough.</translation>
    </message>
</context>
<context>
    <name>Headlines</name>
    <message>
        <source>방문</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>접수증</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>처리 완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>설문 응답률</source>
        <translation>Survey response rate</translation>
    </message>
    <message>
        <source>만족 비율</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>한 번에 안내</source>
        <translation>Right first time</translation>
    </message>
    <message>
        <source>{period} {value}</source>
        <translation>{period} {value}</translation>
    </message>
    <message>
        <source>업무 {services:,} · 취소 {undone:,}</source>
        <translation>{services:,} services · {undone:,} cancelled</translation>
    </message>
    <message>
        <source>안 받음 {count:,}</source>
        <translation>{count:,} declined</translation>
    </message>
    <message>
        <source>응답 {answers:,} · 응답 없음 {silent:,}</source>
        <translation>{answers:,} answered · {silent:,} did not</translation>
    </message>
    <message>
        <source>진행 중</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>그 밖</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>모두 처리</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>{interval} · 응답 {n:,}</source>
        <translation>{interval} · {n:,} answers</translation>
    </message>
    <message>
        <source>응답 5건부터</source>
        <translation>From 5 answers on</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>버전</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>이 PC의 설정</source>
        <translation>Settings of this PC</translation>
    </message>
    <message>
        <source>기록 파일</source>
        <translation>Record file</translation>
    </message>
    <message>
        <source>기록의 온전함</source>
        <translation>Soundness of the records</translation>
    </message>
    <message>
        <source>정전 대비</source>
        <translation>Power cuts</translation>
    </message>
    <message>
        <source>접속기록</source>
        <translation>Access log</translation>
    </message>
    <message>
        <source>열쇠</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>설문 저장소</source>
        <translation>Survey store</translation>
    </message>
    <message>
        <source>시계</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>시간대</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>디스크</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>글꼴</source>
        <translation>Fonts</translation>
    </message>
    <message>
        <source>프린터</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>공유</source>
        <translation>Sharing</translation>
    </message>
    <message>
        <source>공유 쪽과 견주기</source>
        <translation>Comparison with the shared side</translation>
    </message>
    <message>
        <source>정상</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>주의</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>문제</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>이상이 없습니다.</source>
        <translation>Nothing is wrong.</translation>
    </message>
    <message>
        <source>다른 문제 때문에 확인하지 못했습니다.</source>
        <translation>Could not be checked because of another problem.</translation>
    </message>
    <message>
        <source>다른 문제를 먼저 풀고 다시 점검해 주세요.</source>
        <translation>Solve the other problem first, then check again.</translation>
    </message>
    <message>
        <source>점검하다가 예상하지 못한 일이 생겼습니다({kind}). 바뀐 것은 없습니다.</source>
        <translation>Something unexpected happened while checking ({kind}). Nothing was changed.</translation>
    </message>
    <message>
        <source>이 줄을 그대로 담당자에게 전해 주세요.</source>
        <translation>Please pass this line on to support as it is.</translation>
    </message>
    <message>
        <source>이 PC의 자료 폴더가 없습니다.</source>
        <translation>This PC has no data folder.</translation>
    </message>
    <message>
        <source>--home 이나 MINWON_HOME 이 맞는지 보고, 처음이면 minwon init 으로 만들어 주세요.</source>
        <translation>Check --home or MINWON_HOME; on a new PC make one with minwon init.</translation>
    </message>
    <message>
        <source>자료 폴더에 기록 파일(minwon.db)이 없습니다.</source>
        <translation>The data folder has no record file (minwon.db).</translation>
    </message>
    <message>
        <source>백업에서 minwon.db 를 되돌려 놓아 주세요. 새로 만들지 마세요.</source>
        <translation>Put minwon.db back from the backup. Do not make a new one.</translation>
    </message>
    <message>
        <source>기록 파일을 읽을 권한이 없거나 다른 프로그램이 막고 있습니다.</source>
        <translation>The record file may not be read, or another program blocks it.</translation>
    </message>
    <message>
        <source>자료 폴더의 권한과 백신 프로그램을 확인해 주세요.</source>
        <translation>Check the data folder&apos;s permissions and the virus scanner.</translation>
    </message>
    <message>
        <source>자료 폴더에 쓸 수 없어 새 기록을 남길 수 없습니다. 있는 기록은 그대로입니다.</source>
        <translation>The data folder cannot be written, so nothing new can be recorded. What is recorded is safe.</translation>
    </message>
    <message>
        <source>자료 폴더와 파일의 쓰기 권한을 확인해 주세요.</source>
        <translation>Check the write permissions of the data folder and its files.</translation>
    </message>
    <message>
        <source>기록 파일이 손상되었거나 이 프로그램의 파일이 아닙니다.</source>
        <translation>The record file is damaged or is not this program&apos;s.</translation>
    </message>
    <message>
        <source>이 PC를 쓰지 말고 자료 폴더를 통째로 복사해 둔 뒤 백업에서 되돌려 주세요.</source>
        <translation>Stop using this PC, copy the whole data folder aside, then restore it from the backup.</translation>
    </message>
    <message>
        <source>다른 프로그램이 기록 파일을 잡고 있습니다.</source>
        <translation>Another program is holding the record file.</translation>
    </message>
    <message>
        <source>잠시 뒤 다시 점검하고, 계속되면 PC를 다시 켜 주세요.</source>
        <translation>Check again in a moment; if it goes on, restart the PC.</translation>
    </message>
    <message>
        <source>이전 버전({found})의 기록입니다. 다음에 열 때 복사본을 남기고 {known}(으)로 바꿉니다.</source>
        <translation>These records are of an earlier version ({found}). When next opened they are copied and brought to {known}.</translation>
    </message>
    <message>
        <source>더 새로운 버전이 만든 기록입니다({found}). 이 프로그램은 {known}까지 압니다.</source>
        <translation>These records are from a newer version ({found}); this program knows them up to {known}.</translation>
    </message>
    <message>
        <source>프로그램을 새 버전으로 바꿔 주세요. 기록은 그대로입니다.</source>
        <translation>Update the program. The records are safe.</translation>
    </message>
    <message>
        <source>이어진 기록이 없는 줄이 {rows}개 있습니다.</source>
        <translation>{rows} rows refer to records that are not there.</translation>
    </message>
    <message>
        <source>자료 폴더를 통째로 복사해 두고 담당자에게 알려 주세요.</source>
        <translation>Copy the whole data folder aside and tell support.</translation>
    </message>
    <message>
        <source>이 디스크에서는 정전 때 기록이 남는다고 장담할 수 없습니다({journal}).</source>
        <translation>On this disk records may not survive a power cut ({journal}).</translation>
    </message>
    <message>
        <source>자료 폴더를 공유 폴더가 아닌 이 PC의 디스크로 옮겨 주세요.</source>
        <translation>Move the data folder to a disk of this PC, not a shared folder.</translation>
    </message>
    <message>
        <source>지난번에 프로그램이 갑자기 끝났습니다. 저장된 기록은 그대로입니다.</source>
        <translation>The program ended abruptly last time. What was saved is safe.</translation>
    </message>
    <message>
        <source>프로그램을 한 번 열었다 닫으면 정리됩니다. minwon.db-wal 파일은 지우지 마세요.</source>
        <translation>Opening and closing the program once tidies up. Do not delete the file minwon.db-wal.</translation>
    </message>
    <message>
        <source>접속기록의 {row}번째 줄이 앞줄과 맞지 않습니다. 바뀌었거나 빠진 줄이 있습니다.</source>
        <translation>Row {row} of the access log does not fit the one before it: a row was changed or taken out.</translation>
    </message>
    <message>
        <source>자료 폴더를 통째로 복사해 두고 감사담당관에게 알려 주세요.</source>
        <translation>Copy the whole data folder aside and tell the audit officer.</translation>
    </message>
    <message>
        <source>열쇠 파일 {file} 이 없습니다.</source>
        <translation>The key file {file} is missing.</translation>
    </message>
    <message>
        <source>이 PC의 백업에서 keys 폴더를 되돌려 주세요. 다른 PC의 열쇠는 쓸 수 없습니다.</source>
        <translation>Restore the keys folder from this PC&apos;s backup. Another PC&apos;s keys will not do.</translation>
    </message>
    <message>
        <source>열쇠 파일 {file} 을 읽을 수 없습니다.</source>
        <translation>The key file {file} cannot be read.</translation>
    </message>
    <message>
        <source>권한을 확인하고, 손상되었으면 이 PC의 백업에서 되돌려 주세요.</source>
        <translation>Check its permissions; if it is damaged, restore it from this PC&apos;s backup.</translation>
    </message>
    <message>
        <source>열쇠 파일 {file} 을 다른 계정도 읽을 수 있습니다.</source>
        <translation>Other accounts can read the key file {file}.</translation>
    </message>
    <message>
        <source>이 파일을 주인만 읽고 쓰게(600) 바꿔 주세요.</source>
        <translation>Let only its owner read and write it (600).</translation>
    </message>
    <message>
        <source>열쇠 파일 {file} 이 이 기록의 것이 아닙니다. 접수증의 QR이 맞지 않게 됩니다.</source>
        <translation>The key file {file} does not belong to these records. QR codes on slips would be wrong.</translation>
    </message>
    <message>
        <source>기록 파일과 keys 폴더를 같은 PC, 같은 날의 백업에서 되돌려 주세요.</source>
        <translation>Restore the record file and the keys folder from one backup of this PC.</translation>
    </message>
    <message>
        <source>이 폴더에는 설문 저장소가 없습니다. 설문 서버가 따로 있으면 정상입니다.</source>
        <translation>There is no survey store in this folder. That is right where the survey server is elsewhere.</translation>
    </message>
    <message>
        <source>설문 저장소의 {file} 을 읽을 수 없습니다. 방문 기록과는 상관없습니다.</source>
        <translation>{file} of the survey store cannot be read. The visits are not affected.</translation>
    </message>
    <message>
        <source>survey 폴더를 통째로 복사해 두고 백업에서 되돌려 주세요.</source>
        <translation>Copy the whole survey folder aside, then restore it from the backup.</translation>
    </message>
    <message>
        <source>설문 서버의 열쇠 {file} 이 없거나 이 저장소의 것이 아닙니다.</source>
        <translation>The survey server&apos;s key {file} is missing or belongs to another store.</translation>
    </message>
    <message>
        <source>백업에서 되돌리거나 MINWON_HOLD_KEY_FILE 이 가리키는 곳을 확인해 주세요.</source>
        <translation>Restore it from the backup, or check where MINWON_HOLD_KEY_FILE points.</translation>
    </message>
    <message>
        <source>설정 파일(settings.json)을 읽을 수 없습니다. 기록과는 상관없습니다.</source>
        <translation>The settings file (settings.json) cannot be read. The records are not affected.</translation>
    </message>
    <message>
        <source>프로그램을 열어 기본 설정으로 시작하거나, 파일을 지우고 설정을 다시 골라 주세요.</source>
        <translation>Open the program and start with default settings, or delete the file and choose the settings again.</translation>
    </message>
    <message>
        <source>이 PC의 시계가 마지막 기록보다 {minutes}분 늦습니다.</source>
        <translation>This PC&apos;s clock is {minutes} minutes behind the newest record.</translation>
    </message>
    <message>
        <source>날짜와 시각을 맞춰 주세요. 그때까지 번호는 마지막 기록의 날짜로 이어집니다.</source>
        <translation>Set date and time. Until then numbers go on with the date of the newest record.</translation>
    </message>
    <message>
        <source>시간대 {zone} 의 자료가 없어 날짜를 정할 수 없습니다.</source>
        <translation>There are no data for the time zone {zone}, so the date cannot be told.</translation>
    </message>
    <message>
        <source>프로그램을 다시 설치하거나 기관 설정의 시간대를 확인해 주세요.</source>
        <translation>Install the program again, or check the time zone in the office settings.</translation>
    </message>
    <message>
        <source>PC의 시간대({pc})가 기관의 시간대({zone})와 다릅니다. 날짜는 기관 것을 씁니다.</source>
        <translation>The PC&apos;s time zone ({pc}) is not the office&apos;s ({zone}). Dates go by the office&apos;s.</translation>
    </message>
    <message>
        <source>화면의 시계와 어긋나 보일 수 있으니 PC의 시간대를 맞추는 것이 좋습니다.</source>
        <translation>Set the PC&apos;s time zone, so that its clock does not seem to disagree.</translation>
    </message>
    <message>
        <source>디스크가 거의 찼습니다(남은 곳 {free_mb}MB). 새 기록을 남기지 못할 수 있습니다.</source>
        <translation>The disk is nearly full ({free_mb} MB left). New records may fail.</translation>
    </message>
    <message>
        <source>필요 없는 파일을 지워 자리를 만들어 주세요. 자료 폴더는 지우지 마세요.</source>
        <translation>Make room by deleting files nobody needs. Do not delete the data folder.</translation>
    </message>
    <message>
        <source>디스크에 {free_mb}MB밖에 남지 않았습니다.</source>
        <translation>Only {free_mb} MB are left on the disk.</translation>
    </message>
    <message>
        <source>가득 차기 전에 필요 없는 파일을 지워 주세요.</source>
        <translation>Delete files nobody needs before it is full.</translation>
    </message>
    <message>
        <source>프로그램을 다시 설치해 주세요. 기록은 그대로 있습니다.</source>
        <translation>Install the program again. The records are safe.</translation>
    </message>
    <message>
        <source>글꼴 파일 {file} 이 없어 접수증을 찍을 수 없습니다.</source>
        <translation>The font file {file} is missing, so slips cannot be printed.</translation>
    </message>
    <message>
        <source>글꼴 파일 {file} 이 손상되어 접수증을 찍을 수 없습니다.</source>
        <translation>The font file {file} is damaged, so slips cannot be printed.</translation>
    </message>
    <message>
        <source>글꼴 파일 {file} 에 없는 글자가 있습니다: {missing}</source>
        <translation>The font file {file} lacks characters: {missing}</translation>
    </message>
    <message>
        <source>기본 프린터가 없습니다(등록된 프린터 {known}대). 접수는 되고 출력만 안 됩니다.</source>
        <translation>There is no default printer ({known} printers known). Registering works, printing does not.</translation>
    </message>
    <message>
        <source>프린터를 연결해 기본으로 정하거나, 설정에서 프린터를 골라 주세요.</source>
        <translation>Connect a printer and make it the default, or choose one in the settings.</translation>
    </message>
    <message>
        <source>설정된 프린터 ‘{printer}’ 가 이 PC에 없습니다. 접수는 되고 출력만 안 됩니다.</source>
        <translation>The printer ‘{printer}’ of the settings is not on this PC. Registering works, printing does not.</translation>
    </message>
    <message>
        <source>프린터의 연결을 확인하거나, 설정에서 다른 프린터를 골라 주세요.</source>
        <translation>Check the printer&apos;s connection, or choose another one in the settings.</translation>
    </message>
    <message>
        <source>설정된 프린터 ‘{printer}’ 에 닿지 않습니다. 접수는 되고 출력만 안 됩니다.</source>
        <translation>The printer ‘{printer}’ of the settings cannot be reached. Registering works, printing does not.</translation>
    </message>
    <message>
        <source>프린터의 전원과 연결, 주소를 확인해 주세요.</source>
        <translation>Check the printer&apos;s power, connection and address.</translation>
    </message>
    <message>
        <source>설정된 프린터 주소 ‘{printer}’ 를 알아볼 수 없습니다.</source>
        <translation>The printer address ‘{printer}’ of the settings makes no sense.</translation>
    </message>
    <message>
        <source>설정에서 주소를 고쳐 주세요. 예: tcp:192.168.0.50:9100</source>
        <translation>Correct it in the settings, for example tcp:192.168.0.50:9100</translation>
    </message>
    <message>
        <source>접수증을 파일로 남길 폴더(slips)에 쓸 수 없습니다.</source>
        <translation>The folder for slips as files (slips) cannot be written.</translation>
    </message>
    <message>
        <source>자료 폴더의 쓰기 권한을 확인해 주세요.</source>
        <translation>Check the write permissions of the data folder.</translation>
    </message>
    <message>
        <source>공유 쪽이 받지 않은 기록이 {refused}개 있습니다. 이 PC에는 그대로 있습니다.</source>
        <translation>The shared side has refused {refused} records. They are still on this PC.</translation>
    </message>
    <message>
        <source>이 줄을 그대로 담당자에게 전해 주세요. 이 PC의 기록은 지우지 마세요.</source>
        <translation>Hand this line to whoever looks after the program. Do not delete this PC’s records.</translation>
    </message>
    <message>
        <source>공유 쪽에서 왔지만 이 PC에 넣지 못한 기록이 {parked}개 있습니다.</source>
        <translation>{parked} records came from the shared side and could not be taken in on this PC.</translation>
    </message>
    <message>
        <source>프로그램을 새 버전으로 바꾸고, 그래도 남으면 담당자에게 알려 주세요.</source>
        <translation>Install the newest version; if they remain, tell whoever looks after the program.</translation>
    </message>
    <message>
        <source>이 PC의 시계가 공유 쪽과 {minutes}분 다릅니다.</source>
        <translation>This PC’s clock differs from the shared side’s by {minutes} minutes.</translation>
    </message>
    <message>
        <source>PC의 날짜와 시각을 맞춰 주세요. 주고받는 데는 지장이 없습니다.</source>
        <translation>Set the PC’s date and time. Sharing works all the same.</translation>
    </message>
    <message>
        <source>공유 쪽과 견주지 못했습니다({trouble}). 이 PC의 기록은 그대로입니다.</source>
        <translation>The shared side could not be compared ({trouble}). This PC’s records are as they were.</translation>
    </message>
    <message>
        <source>네트워크와 공유 서버를 확인하고 다시 점검해 주세요.</source>
        <translation>Check the network and the shared server, then run the check again.</translation>
    </message>
    <message>
        <source>공유 쪽에 아직 보내지 않은 것이 {waiting}개 있습니다. 이 PC에 안전합니다.</source>
        <translation>{waiting} things have not been sent to the shared side yet. They are safe on this PC.</translation>
    </message>
    <message>
        <source>minwon sync once 를 실행하거나 잠시 기다렸다가 다시 점검해 주세요.</source>
        <translation>Run minwon sync once, or wait a moment, then run the check again.</translation>
    </message>
    <message>
        <source>이 PC와 공유 쪽이 다른 기록이 {differing_count}개 있습니다.</source>
        <translation>{differing_count} records differ between this PC and the shared side.</translation>
    </message>
    <message>
        <source>minwon sync once 를 실행하고, 그래도 다르면 이 줄을 담당자에게 전해 주세요.</source>
        <translation>Run minwon sync once; if they still differ, hand this line to whoever looks after the program.</translation>
    </message>
</context>
<context>
    <name>Hindrances</name>
    <message>
        <source>지금은 할 수 없습니다.</source>
        <translation>This is not possible now.</translation>
    </message>
    <message>
        <source>이미 끝난 민원입니다.</source>
        <translation>The case is closed already.</translation>
    </message>
    <message>
        <source>이미 답변했습니다. 남은 일은 종결입니다.</source>
        <translation>It has been answered already. What is left is to close it.</translation>
    </message>
    <message>
        <source>아직 답변하지 않았습니다. 답변을 먼저 적어 주세요.</source>
        <translation>It has not been answered yet. Please record the answer first.</translation>
    </message>
    <message>
        <source>기다리고 있는 보완이 없습니다.</source>
        <translation>No supplement is being waited for.</translation>
    </message>
    <message>
        <source>먼저 요구한 보완의 기한이 아직 지나지 않았습니다.</source>
        <translation>The citizen still has time for the supplement asked for before.</translation>
    </message>
    <message>
        <source>보완은 두 번까지만 요구할 수 있습니다(시행령 제24조).</source>
        <translation>A supplement can be asked for twice at most (decree, article 24).</translation>
    </message>
    <message>
        <source>두 번째 보완 기한은 늘릴 수 없습니다(시행령 제24조).</source>
        <translation>The time for the second supplement cannot be prolonged (decree, article 24).</translation>
    </message>
    <message>
        <source>보완 기한은 두 번까지만 늘릴 수 있습니다(시행령 제24조).</source>
        <translation>The time for a supplement can be prolonged twice at most (decree, article 24).</translation>
    </message>
    <message>
        <source>두 번째 보완 기한이 지나야 반려할 수 있습니다(시행령 제25조).</source>
        <translation>It can be returned only when the time for the second supplement is over (decree, article 25).</translation>
    </message>
    <message>
        <source>보완을 기다리고 있습니다. 도착을 먼저 적어 주세요.</source>
        <translation>A supplement is being waited for. Please record its arrival first.</translation>
    </message>
    <message>
        <source>현장조사 중입니다. 조사가 끝난 것을 먼저 적어 주세요.</source>
        <translation>A field survey is going on. Please record its end first.</translation>
    </message>
    <message>
        <source>하고 있는 현장조사가 없습니다.</source>
        <translation>No field survey is going on.</translation>
    </message>
    <message>
        <source>현장조사로 기한을 멈추는 것은 고충민원만 됩니다(시행령 제17조).</source>
        <translation>Only for grievances does a field survey stop the clock (decree, article 17).</translation>
    </message>
    <message>
        <source>현장조사를 이미 했습니다.</source>
        <translation>There has been a field survey already.</translation>
    </message>
    <message>
        <source>현장조사는 한 번만 늘릴 수 있습니다(시행령 제17조).</source>
        <translation>A field survey can be prolonged once only (decree, article 17).</translation>
    </message>
    <message>
        <source>기한이 없는 민원입니다.</source>
        <translation>No deadline runs for this case.</translation>
    </message>
    <message>
        <source>아직 끝나지 않은 민원입니다. 종결한 뒤에 해 주세요.</source>
        <translation>The case is still open. Please close it first.</translation>
    </message>
    <message>
        <source>개인정보를 지운 민원이라 더 적거나 인쇄할 수 없습니다.</source>
        <translation>Its personal data were erased, so nothing more can be written or printed about it.</translation>
    </message>
    <message>
        <source>처리기간이 이미 지났습니다. 연장은 기한 안에만 할 수 있습니다(시행령 제21조).</source>
        <translation>The period is over already. It can be extended only while it runs (decree, article 21).</translation>
    </message>
    <message>
        <source>거부한 날부터 60일이 지나 이의신청을 할 수 없습니다(법 제35조).</source>
        <translation>More than 60 days have passed since the refusal, so no objection is possible (act, article 35).</translation>
    </message>
    <message>
        <source>독촉은 기한이 지난 민원에만 합니다.</source>
        <translation>Only overdue cases are reminded of.</translation>
    </message>
    <message>
        <source>기한은 더 늘릴 수 없습니다(시행령 제21조).</source>
        <translation>The period cannot be extended any more (decree, article 21).</translation>
    </message>
    <message>
        <source>법정민원은 반복 민원으로 종결할 수 없습니다(법 제23조).</source>
        <translation>Statutory applications cannot be closed as a repeated matter (act, article 23).</translation>
    </message>
    <message>
        <source>같은 민원을 세 번 이상 내고 두 번 이상 알려 드린 뒤에만 반복 민원으로 종결할 수 있습니다(법 제23조).</source>
        <translation>It can be closed as a repeated matter only after three submissions and two notices or more (act, article 23).</translation>
    </message>
    <message>
        <source>같은 민원입니다. 앞서 받은 다른 민원의 번호를 골라 주세요.</source>
        <translation>It is the same case. Please choose the number of another, earlier case.</translation>
    </message>
    <message>
        <source>이어진 민원이 없습니다.</source>
        <translation>It is not linked with any other case.</translation>
    </message>
    <message>
        <source>감사담당관이 맡은 두 번째 고충민원과 이어져 있습니다. 감사담당관만 그 민원을 뗄 수 있습니다(시행령 제17조).</source>
        <translation>It is linked with a second grievance that the audit officer handles. Only the audit officer can take that one out (Decree, Article 17).</translation>
    </message>
    <message>
        <source>이의신청은 한 번만 받습니다.</source>
        <translation>There can be one objection only.</translation>
    </message>
    <message>
        <source>거부한 민원에만 이의신청을 할 수 있습니다(법 제35조).</source>
        <translation>Only a refusal can be objected to (act, article 35).</translation>
    </message>
    <message>
        <source>이미 맡고 계신 민원입니다.</source>
        <translation>You have taken this case over already.</translation>
    </message>
    <message>
        <source>받을 부서를 골라 주세요.</source>
        <translation>Please choose the department that is to receive it.</translation>
    </message>
    <message>
        <source>이미 그 부서에 있습니다. 다른 부서를 골라 주세요.</source>
        <translation>It is in that department already. Please choose another one.</translation>
    </message>
    <message>
        <source>언제까지인지 적어 주세요.</source>
        <translation>Please say until when.</translation>
    </message>
    <message>
        <source>그 날짜는 너무 이릅니다. 더 뒤의 날짜를 적어 주세요.</source>
        <translation>That day is too early. Please give a later one.</translation>
    </message>
    <message>
        <source>두 번째 연장은 민원인이 동의해야 합니다(시행령 제21조).</source>
        <translation>A second extension needs the citizen&apos;s consent (decree, article 21).</translation>
    </message>
    <message>
        <source>어떻게 되었는지 골라 주세요.</source>
        <translation>Please choose how it came out.</translation>
    </message>
    <message>
        <source>이 민원에 맞지 않는 결과입니다. 다른 결과를 골라 주세요.</source>
        <translation>That result does not fit this case. Please choose another one.</translation>
    </message>
    <message>
        <source>까닭을 적어 주세요.</source>
        <translation>Please give the reason.</translation>
    </message>
    <message>
        <source>내용을 적어 주세요.</source>
        <translation>Please write what it is about.</translation>
    </message>
    <message>
        <source>두 번째 보완 기한은 10일까지입니다(시행령 제24조).</source>
        <translation>The second supplement has ten days at most (decree, article 24).</translation>
    </message>
    <message>
        <source>현장조사는 14일, 늘려도 7일을 더해 21일까지입니다(시행령 제17조).</source>
        <translation>A field survey takes 14 days, or 21 when it was prolonged (decree, article 17).</translation>
    </message>
    <message>
        <source>처음 처리기간보다 길게 늘릴 수 없습니다(시행령 제21조).</source>
        <translation>An extension cannot be longer than the period itself (decree, article 21).</translation>
    </message>
    <message>
        <source>거부할 때는 불복하는 방법을 함께 알려야 합니다(법 제27조).</source>
        <translation>A refusal has to name the remedy (act, article 27).</translation>
    </message>
    <message>
        <source>그런 처리 단계가 없습니다.</source>
        <translation>There is no such step.</translation>
    </message>
    <message>
        <source>이미 되돌린 단계입니다.</source>
        <translation>The step was undone already.</translation>
    </message>
    <message>
        <source>되돌린 것은 다시 되돌릴 수 없습니다. 그 일을 다시 적어 주세요.</source>
        <translation>Undoing cannot be undone. Please record the step again.</translation>
    </message>
    <message>
        <source>바로잡거나 되돌린 기록에는 고칠 날짜가 없습니다. 바로잡은 것을 되돌려 주세요.</source>
        <translation>A correction or an undoing has no day to correct. Please undo the correction.</translation>
    </message>
    <message>
        <source>뒤의 단계가 이것에 기대고 있습니다. 뒤의 것부터 되돌려 주세요.</source>
        <translation>Later steps rest on this one. Please undo those first.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>수식입니다. 값으로 바꿔 붙여 넣어 주세요</source>
        <translation>is a formula; paste it as a value</translation>
    </message>
    <message>
        <source>합쳐진 칸입니다. 칸 병합을 풀어 주세요</source>
        <translation>is a merged cell; unmerge it</translation>
    </message>
    <message>
        <source>칸에 오류 값이 있습니다</source>
        <translation>holds an error value</translation>
    </message>
    <message>
        <source>비어 있습니다</source>
        <translation>is empty</translation>
    </message>
    <message>
        <source>글이 너무 깁니다</source>
        <translation>is too long</translation>
    </message>
    <message>
        <source>쓸 수 없는 글자(제어 문자·그림 문자)가 있습니다</source>
        <translation>has a letter that cannot be used (control character, pictograph)</translation>
    </message>
    <message>
        <source>쓸 수 없는 값입니다</source>
        <translation>has a value that cannot be used</translation>
    </message>
    <message>
        <source>파일에 두 번 나옵니다</source>
        <translation>is in the file twice</translation>
    </message>
    <message>
        <source>그런 부서가 없습니다. 부서를 먼저 가져와 주세요</source>
        <translation>there is no such department; import departments first</translation>
    </message>
    <message>
        <source>그만 쓰는 항목입니다. 먼저 다시 쓰게 해 주세요</source>
        <translation>is retired; take it up again first</translation>
    </message>
    <message>
        <source>대문자와 소문자만 다른 아이디가 이미 있습니다</source>
        <translation>There is already a login that differs in capital letters only</translation>
    </message>
    <message>
        <source>다른 업무가 쓰는 키입니다</source>
        <translation>is another service’s key</translation>
    </message>
    <message>
        <source>관리자가 한 명도 남지 않게 됩니다</source>
        <translation>would leave no administrator at all</translation>
    </message>
    <message>
        <source>새로 넣음</source>
        <translation>new</translation>
    </message>
    <message>
        <source>바뀜</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>그대로</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>잘못됨</source>
        <translation>bad</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>사람</source>
        <translation>People</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>파일 고르기…  Ctrl+O</source>
        <translation>Choose a file…  Ctrl+O</translation>
    </message>
    <message>
        <source>파일 고르기</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>잘못된 줄만</source>
        <translation>Only bad rows</translation>
    </message>
    <message>
        <source>잘못된 줄은 빼기</source>
        <translation>Leave bad rows out</translation>
    </message>
    <message>
        <source>가져오기  Ctrl+Enter</source>
        <translation>Import  Ctrl+Enter</translation>
    </message>
    <message>
        <source>가져오기</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>줄</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>내용</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>가져올 줄</source>
        <translation>Rows to import</translation>
    </message>
    <message>
        <source>CSV나 XLSX 파일을 고르세요</source>
        <translation>Choose a CSV or XLSX file</translation>
    </message>
    <message>
        <source>첫 줄은 열 제목입니다. 고르면 무엇이 바뀔지 먼저 보여 드리고, 누르기 전에는 아무것도 바뀌지 않습니다.</source>
        <translation>The first row holds the column titles. You see what would change first; nothing is changed before you press the button.</translation>
    </message>
    <message>
        <source>가져올 파일</source>
        <translation>File to import</translation>
    </message>
    <message>
        <source>표 (*.csv *.xlsx *.txt)</source>
        <translation>Tables (*.csv *.xlsx *.txt)</translation>
    </message>
    <message>
        <source>읽는 중…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>{kind} {count}줄을 가져왔습니다.</source>
        <translation>{kind}: {count} rows imported.</translation>
    </message>
    <message>
        <source>가져오는 중…</source>
        <translation>Importing…</translation>
    </message>
</context>
<context>
    <name>ImprovementPresenter</name>
    <message>
        <source>과제 한 장을 프린터로 보냈습니다</source>
        <translation>The task’s sheet was sent to the printer</translation>
    </message>
</context>
<context>
    <name>Improvements</name>
    <message>
        <source>과제</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>끝낼 날</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>점검</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>한 장으로 인쇄</source>
        <translation>Print one sheet</translation>
    </message>
    <message>
        <source>중점과제</source>
        <translation>Improvement tasks</translation>
    </message>
    <message>
        <source>{quarter} 할 차례</source>
        <translation>{quarter} is due</translation>
    </message>
    <message>
        <source>사전 협의</source>
        <translation>Consulting first</translation>
    </message>
    <message>
        <source>정상 추진</source>
        <translation>On track</translation>
    </message>
    <message>
        <source>지연</source>
        <translation>Delayed</translation>
    </message>
    <message>
        <source>완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>모범 실패</source>
        <translation>Exemplary failure</translation>
    </message>
    <message>
        <source>중단</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>{year}년 {n}분기</source>
        <translation>{year} Q{n}</translation>
    </message>
    <message>
        <source>카드</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>민원</source>
        <translation>Case</translation>
    </message>
</context>
<context>
    <name>ImprovementsPage</name>
    <message>
        <source>끝난 것도</source>
        <translation>Also ended</translation>
    </message>
    <message>
        <source>한 장으로 인쇄  Ctrl+P</source>
        <translation>Print one sheet  Ctrl+P</translation>
    </message>
    <message>
        <source>중점과제가 아직 없습니다</source>
        <translation>No improvement tasks yet</translation>
    </message>
    <message>
        <source>여러 사람이 같은 것을 아쉬워하면 Ctrl+N으로 과제를 만들고, 카드와 민원을 이어 붙이세요.</source>
        <translation>When several people miss the same thing, make a task with Ctrl+N and link the cards and cases.</translation>
    </message>
    <message>
        <source>과제 이름</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>무엇이 나아집니까</source>
        <translation>What gets better</translation>
    </message>
    <message>
        <source>맡은 부서</source>
        <translation>Owner department</translation>
    </message>
    <message>
        <source>먼저 누구와 의논했습니까</source>
        <translation>Who was consulted first</translation>
    </message>
    <message>
        <source>적기 전에는 ‘사전 협의’에서 나아가지 않습니다.</source>
        <translation>Until this is written the task stays at ‘Consulting first’.</translation>
    </message>
    <message>
        <source>무엇을 잽니까</source>
        <translation>What is measured</translation>
    </message>
    <message>
        <source>예: 여권 창구 대기 시간(분)</source>
        <translation>E.g. waiting at the passport counter (minutes)</translation>
    </message>
    <message>
        <source>하기 전</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>한 뒤</source>
        <translation>After</translation>
    </message>
    <message>
        <source>시작</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>끝낼 날</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>예: 12.31, 2027-03-31</source>
        <translation>E.g. 12.31, 2027-03-31</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>무엇을 배웠습니까</source>
        <translation>What was learned</translation>
    </message>
    <message>
        <source>모범 실패는 배운 것을 적어야 합니다.</source>
        <translation>An exemplary failure needs what was learned.</translation>
    </message>
    <message>
        <source>새 중점과제</source>
        <translation>New improvement task</translation>
    </message>
    <message>
        <source>모범 실패: 해 보고 배웠습니다. 숨기지 않고 함께 나눕니다.</source>
        <translation>Exemplary failure: tried, and learned from. Shared, not hidden.</translation>
    </message>
    <message>
        <source>날짜로 읽을 수 없습니다. 예: 오늘, +90, 11.30, 2026-11-30</source>
        <translation>This cannot be read as a day. E.g. today, +90, 11.30, 2026-11-30</translation>
    </message>
    <message>
        <source>중점과제를 만들었습니다.</source>
        <translation>The improvement task was made.</translation>
    </message>
    <message>
        <source>중점과제를 고쳤습니다.</source>
        <translation>The improvement task was changed.</translation>
    </message>
    <message>
        <source>{quarter} 점검을 적었습니다.</source>
        <translation>The review of {quarter} was written down.</translation>
    </message>
</context>
<context>
    <name>Incident</name>
    <message>
        <source>폭언·욕설</source>
        <translation>Shouting, insults</translation>
    </message>
    <message>
        <source>협박</source>
        <translation>Threat</translation>
    </message>
    <message>
        <source>폭행·기물 파손</source>
        <translation>Violence, damage</translation>
    </message>
    <message>
        <source>성희롱</source>
        <translation>Sexual harassment</translation>
    </message>
    <message>
        <source>장시간·반복</source>
        <translation>Endless, repeated</translation>
    </message>
    <message>
        <source>그 밖</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>아직 진행 중</source>
        <translation>Still going on</translation>
    </message>
    <message>
        <source>진정됨</source>
        <translation>Calmed down</translation>
    </message>
    <message>
        <source>돌아감</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>우리가 대화를 끝냄</source>
        <translation>We ended the talk</translation>
    </message>
    <message>
        <source>경찰을 부름</source>
        <translation>Police called</translation>
    </message>
    <message>
        <source>잘못 누름</source>
        <translation>Pressed by mistake</translation>
    </message>
</context>
<context>
    <name>IncidentDesk</name>
    <message>
        <source>적었습니다</source>
        <translation>Written down</translation>
    </message>
</context>
<context>
    <name>IncidentDialog</name>
    <message>
        <source>특이민원 기록</source>
        <translation>Note of abuse</translation>
    </message>
    <message>
        <source>있었던 일</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>무엇이 있었는지 차례로 · 상대방의 이름은 적지 않습니다</source>
        <translation>What happened, in order · the other person is not named</translation>
    </message>
    <message>
        <source>본 사람</source>
        <translation>Witnesses</translation>
    </message>
    <message>
        <source>예: 2번 창구 직원, 청원경찰</source>
        <translation>e.g. the clerk at counter 2, the guard</translation>
    </message>
    <message>
        <source>저장   Enter</source>
        <translation>Save   Enter</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>저장하고 보고서 인쇄  Ctrl+P</source>
        <translation>Save and print the report  Ctrl+P</translation>
    </message>
    <message>
        <source>보고서 인쇄</source>
        <translation>Print the report</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>어떤 일이었나요</source>
        <translation>What kind was it?</translation>
    </message>
    <message>
        <source>어떻게 끝났나요</source>
        <translation>How did it end?</translation>
    </message>
    <message>
        <source>시작 {time}</source>
        <translation>began {time}</translation>
    </message>
    <message>
        <source>경고 {time}</source>
        <translation>warned {time}</translation>
    </message>
    <message>
        <source>끝 {time}</source>
        <translation>ended {time}</translation>
    </message>
</context>
<context>
    <name>IncidentListDialog</name>
    <message>
        <source>지난 특이민원 기록</source>
        <translation>Earlier notes of abuse</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>지난 90일 · 모든 창구</source>
        <translation>The last 90 days · every counter</translation>
    </message>
    <message>
        <source>지난 90일 · 내가 적은 것</source>
        <translation>The last 90 days · my own</translation>
    </message>
    <message>
        <source>열기   Enter</source>
        <translation>Open   Enter</translation>
    </message>
    <message>
        <source>열기</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>있었던 일만 적고, 상대방이 누구인지는 어디에도 적지 않습니다.</source>
        <translation>Only what happened is kept; who it was is written down nowhere.</translation>
    </message>
    <message>
        <source>날짜</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>창구</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>어떤 일</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>끝</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>있었던 일</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>적힌 일이 없습니다</source>
        <translation>Nothing is written down</translation>
    </message>
    <message>
        <source>F11을 누르면 시각과 창구가 바로 적힙니다.</source>
        <translation>F11 writes down the time and the counter at once.</translation>
    </message>
    <message>
        <source>불러오지 못했습니다</source>
        <translation>Could not be loaded</translation>
    </message>
</context>
<context>
    <name>IncidentStrip</name>
    <message>
        <source>특이민원 기록</source>
        <translation>Note of abuse</translation>
    </message>
    <message>
        <source>경고했음  Shift+F11</source>
        <translation>Warned  Shift+F11</translation>
    </message>
    <message>
        <source>경고했음</source>
        <translation>Warned</translation>
    </message>
    <message>
        <source>대화 종료  Ctrl+F11</source>
        <translation>End the talk  Ctrl+F11</translation>
    </message>
    <message>
        <source>대화 종료</source>
        <translation>End the talk</translation>
    </message>
    <message>
        <source>적기  F11</source>
        <translation>Write  F11</translation>
    </message>
    <message>
        <source>적기</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>기록 줄 닫기</source>
        <translation>Close the note&apos;s strip</translation>
    </message>
    <message>
        <source>{end} · 지금 적어 두면 보고서가 됩니다</source>
        <translation>{end} · what you write now becomes the report</translation>
    </message>
    <message>
        <source>경고함</source>
        <translation>Warned</translation>
    </message>
    <message>
        <source>{minutes}분이 지났습니다. 대화를 끝낼 수 있습니다.</source>
        <translation>{minutes} minutes are over. You may end the talk.</translation>
    </message>
    <message>
        <source>{notice}분이 지났습니다. {end}분에 끝난다고 미리 알려 주세요.</source>
        <translation>{notice} minutes are over. Say that the talk ends at {end}.</translation>
    </message>
    <message>
        <source>경고함 · 그치지 않으면 대화를 끝낼 수 있습니다</source>
        <translation>Warned · if it does not stop you may end the talk</translation>
    </message>
    <message>
        <source>시각과 창구를 적었습니다 · 하던 일을 계속하셔도 됩니다</source>
        <translation>Time and counter are noted · you can go on with your work</translation>
    </message>
</context>
<context>
    <name>IntegrityView</name>
    <message>
        <source>접수 점검</source>
        <translation>Visit check</translation>
    </message>
    <message>
        <source>창구에서 시민 대신 설문에 답한 흔적이 있는지 봅니다. 숫자는 물어볼 곳을 알려 줄 뿐, 잘못을 뜻하지 않습니다.</source>
        <translation>Looks for signs that somebody at the counter answered the survey for citizens. A figure says where to ask, not that something is wrong.</translation>
    </message>
    <message>
        <source>방문이 5건보다 적은 부서는 한 줄로 묶습니다. 1분 안 응답은 접수증 기한이 끝난 날의 부서별 응답 5건부터 셉니다. 1~4건은 ‘1~4’로만 보입니다. 한 시간쯤 뒤의 답이 우연히 섞이기도 합니다(100건에 2건쯤).</source>
        <translation>Departments with fewer than 5 visits share one line. Answers within a minute are counted for days whose slips have expired, from 5 answers of a department on. Counts of 1 to 4 show as ‘1~4’ only. An answer about an hour later can be counted by chance (about 2 in 100 of those).</translation>
    </message>
    <message>
        <source>지난 7일</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>지난 30일</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>이번 달</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>지난달</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>방문</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>접수증</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>재발행</source>
        <translation>Reprints</translation>
    </message>
    <message>
        <source>출력 뒤 취소</source>
        <translation>Undone after slip</translation>
    </message>
    <message>
        <source>접수증 없이</source>
        <translation>No slip wanted</translation>
    </message>
    <message>
        <source>20초 안 처리</source>
        <translation>Under 20 s</translation>
    </message>
    <message>
        <source>나중 입력</source>
        <translation>Entered later</translation>
    </message>
    <message>
        <source>응답</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>1분 안 응답</source>
        <translation>Within a minute</translation>
    </message>
    <message>
        <source>모두</source>
        <translation>All</translation>
    </message>
    <message>
        <source>방문이 적은 부서 {count}곳</source>
        <translation>{count} small departments</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>이 기간에는 접수가 없습니다</source>
        <translation>No visits in this period</translation>
    </message>
    <message>
        <source>다른 기간을 골라 보세요.</source>
        <translation>Try another period.</translation>
    </message>
</context>
<context>
    <name>Invitations</name>
    <message>
        <source>새 PC에서 이렇게 합니다.
1. 민원데스크를 설치하고 엽니다.
2. ‘초대 코드로 창구 등록’을 누르고 주소를 적습니다: {address}
3. 아래 초대 코드와 창구 이름을 적습니다.
{until}까지 한 번만 쓸 수 있습니다. 지금 한 번만 보여 드립니다.</source>
        <translation>On the new PC:
1. Install Minwon Desk and open it.
2. Press “Register as a counter with an invitation code” and type the address: {address}
3. Type the code below and the counter&apos;s name.
Good once, until {until}. It is shown only now.</translation>
    </message>
    <message>
        <source>초대 코드</source>
        <translation>Invitation code</translation>
    </message>
    <message>
        <source>PDF로 저장</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>창구 PC 초대</source>
        <translation>Invite a counter PC</translation>
    </message>
    <message>
        <source>모든 부서</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>고른 부서만</source>
        <translation>Chosen ones only</translation>
    </message>
    <message>
        <source>이 창구가 볼 부서</source>
        <translation>Departments this counter sees</translation>
    </message>
    <message>
        <source>고른 부서의 접수와 이 창구가 접수한 것만 받습니다. 다른 부서의 접수는 이 창구로 넘겨도 여기에 보이지 않습니다. 나중에 바꾸려면 창구를 빼고 다시 초대합니다.</source>
        <translation>It is given the visits of the chosen departments and those it registers itself. A visit of another department that is handed over to this counter will not show there. To change this later, take the counter out and invite it again.</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>초대 코드 만들기  Enter</source>
        <translation>Make the code  Enter</translation>
    </message>
    <message>
        <source>초대 코드 만들기</source>
        <translation>Make the code</translation>
    </message>
    <message>
        <source>새 PC에서 적을 초대 코드를 만듭니다. 24시간 안에 한 번만 쓸 수 있습니다.</source>
        <translation>This makes the code to be typed on the new PC. It works once, within 24 hours.</translation>
    </message>
    <message>
        <source>이 창구가 볼 접수</source>
        <translation>Visits this counter sees</translation>
    </message>
    <message>
        <source>부서를 하나 이상 고르세요. 화살표로 옮기고 Space로 고릅니다.</source>
        <translation>Choose at least one department: move with the arrows, choose with Space.</translation>
    </message>
</context>
<context>
    <name>ItemScores</name>
    <message>
        <source>설문 문항 (100점)</source>
        <translation>Survey items (of 100)</translation>
    </message>
    <message>
        <source>감사담당관만 봅니다</source>
        <translation>Read by the audit officer only</translation>
    </message>
    <message>
        <source>95% 구간 {interval}, 응답 {n}건</source>
        <translation>95% interval {interval}, {n} answers</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>이 PC를 창구로 등록</source>
        <translation>Register this PC as a counter</translation>
    </message>
    <message>
        <source>주소</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>초대한 PC에 나온 그대로 적습니다.</source>
        <translation>As shown on the PC that invited.</translation>
    </message>
    <message>
        <source>초대 코드</source>
        <translation>Invitation code</translation>
    </message>
    <message>
        <source>24시간 안에 한 번만 쓸 수 있습니다.</source>
        <translation>Good once, within 24 hours.</translation>
    </message>
    <message>
        <source>창구 이름</source>
        <translation>Counter name</translation>
    </message>
    <message>
        <source>예: 2번 창구</source>
        <translation>e.g. Counter 2</translation>
    </message>
    <message>
        <source>진행</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>등록  Enter</source>
        <translation>Register  Enter</translation>
    </message>
    <message>
        <source>등록</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>관리자의 PC에서 ‘창구 PC 초대’를 누르면 주소와 코드가 나옵니다. 사람들의 아이디와 비밀번호도 같이 옵니다.</source>
        <translation>“Invite a counter PC” on the administrator&apos;s PC shows address and code. People&apos;s logins and passwords come along.</translation>
    </message>
    <message>
        <source>공유하는 곳에 닿지 않습니다({address}). 이 PC에 만들어진 것은 없습니다. 주소와 네트워크를 확인하고 다시 등록해 주세요.</source>
        <translation>The shared side cannot be reached ({address}). Nothing has been made on this PC. Please check the address and the network and register again.</translation>
    </message>
    <message>
        <source>이 초대 코드는 이 주소의 것이 아닙니다. 바뀐 것은 없습니다. 초대한 PC에 나온 주소와 코드를 둘 다 확인해 주세요.</source>
        <translation>This invitation code is not for this address. Nothing has changed. Please check both against what the inviting PC shows.</translation>
    </message>
    <message>
        <source>등록하고 사무실의 기록을 받는 중… 몇 분 걸릴 수 있습니다.</source>
        <translation>Registering and fetching the office&apos;s records… This may take some minutes.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>업무 고르기</source>
        <translation>Pick a service</translation>
    </message>
    <message>
        <source>글자</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>이름·초성으로 업무 찾기</source>
        <translation>Find a service by name or initials</translation>
    </message>
    <message>
        <source>찾은 업무 가운데 고르기</source>
        <translation>Choose among the matches</translation>
    </message>
    <message>
        <source>접수하고 접수증 출력</source>
        <translation>Register and print the slip</translation>
    </message>
    <message>
        <source>다른 창구로 넘기기</source>
        <translation>Hand over to another counter</translation>
    </message>
    <message>
        <source>그냥 가신 분</source>
        <translation>Visitor left</translation>
    </message>
    <message>
        <source>목록에서 찾기</source>
        <translation>Find in the list</translation>
    </message>
    <message>
        <source>업무 정정</source>
        <translation>Correct the service</translation>
    </message>
    <message>
        <source>나중 입력: 정전 때 종이에 적은 접수</source>
        <translation>Late entry: visits noted on paper during an outage</translation>
    </message>
    <message>
        <source>지난날 목록 · 오늘로</source>
        <translation>Earlier days · back to today</translation>
    </message>
    <message>
        <source>목록 날짜 입력</source>
        <translation>Type the list&apos;s date</translation>
    </message>
    <message>
        <source>호출할 창구 고르기</source>
        <translation>Choose who calls</translation>
    </message>
    <message>
        <source>대기 등록하고 접수증 출력</source>
        <translation>Register as waiting and print the slip</translation>
    </message>
    <message>
        <source>접수증 없이 대기 등록</source>
        <translation>Register as waiting without a slip</translation>
    </message>
    <message>
        <source>기다리는 분 목록으로</source>
        <translation>To the list of who waits</translation>
    </message>
    <message>
        <source>반대쪽으로: 좋아요 · 아쉬워요</source>
        <translation>To the other side: liked · missed</translation>
    </message>
    <message>
        <source>카드 열기: 글, 칭찬받은 직원, 전과 후, 중점과제</source>
        <translation>Open the card: text, who is praised, before and after, task</translation>
    </message>
    <message>
        <source>업무 하나 더 · 마지막 업무 빼기</source>
        <translation>One more service · take the last away</translation>
    </message>
    <message>
        <source>모두 지우고 처음으로</source>
        <translation>Clear and start again</translation>
    </message>
    <message>
        <source>이 접수로 새 민원 적기</source>
        <translation>New case about this visit</translation>
    </message>
    <message>
        <source>하신 말씀으로 부서 찾기</source>
        <translation>Find the desk by what was said</translation>
    </message>
    <message>
        <source>찾은 곳 가운데 고르기</source>
        <translation>Choose among what was found</translation>
    </message>
    <message>
        <source>물음에 하신 대답</source>
        <translation>The answer to the question</translation>
    </message>
    <message>
        <source>안내함: 말로 알려 드림</source>
        <translation>Told by word of mouth</translation>
    </message>
    <message>
        <source>안내문 출력</source>
        <translation>Print guidance slip</translation>
    </message>
    <message>
        <source>안내문 언어</source>
        <translation>Language of the slip</translation>
    </message>
    <message>
        <source>받는 창구에 가신다고 알리기</source>
        <translation>Announce at the receiving desk</translation>
    </message>
    <message>
        <source>이송: 1 · 3 · 8시간 시계 시작</source>
        <translation>Transfer: start the clock of 1, 3 or 8 hours</translation>
    </message>
    <message>
        <source>살면서 생기는 일: 할 일을 차례로</source>
        <translation>Life event: everything to do in order</translation>
    </message>
    <message>
        <source>방금 안내 되돌리기</source>
        <translation>Undo what was just done</translation>
    </message>
    <message>
        <source>오늘 안내한 사람 목록으로</source>
        <translation>To the list of those shown the way today</translation>
    </message>
    <message>
        <source>맞았음 / 다른 곳이었음</source>
        <translation>It was right / it was elsewhere</translation>
    </message>
    <message>
        <source>이송을 넘겨받음</source>
        <translation>The transfer was taken over</translation>
    </message>
    <message>
        <source>대장·게시판과 다른 쪽으로</source>
        <translation>Log, board and the other pages</translation>
    </message>
    <message>
        <source>새 민원 · 종류는 Ctrl+1 – 0</source>
        <translation>New case · kinds Ctrl+1 – 0</translation>
    </message>
    <message>
        <source>새 민원에서: 받은 때, 새올 번호, 복합·다수인</source>
        <translation>In a new case: when received, Saeol number, flags</translation>
    </message>
    <message>
        <source>그 밖에: 고치기 · 잇기 · 중점과제, 숫자로</source>
        <translation>More: put right · link · task, by number</translation>
    </message>
    <message>
        <source>그 밖에: 고치기 · 잇기 · 중점과제 · 지우기, 숫자로</source>
        <translation>More: put right · link · task · erase, by number</translation>
    </message>
    <message>
        <source>찾기: 제목·내용·초성</source>
        <translation>Search: title, text, first consonants</translation>
    </message>
    <message>
        <source>목록에서: 열린 것부터 전체까지</source>
        <translation>In the list: from open to all</translation>
    </message>
    <message>
        <source>민원 고르기 · 옆에 열기</source>
        <translation>Choose a case · open it</translation>
    </message>
    <message>
        <source>목록 내보내기</source>
        <translation>Export the list</translation>
    </message>
    <message>
        <source>기한을 어떻게 셌는지</source>
        <translation>How the deadline was counted</translation>
    </message>
    <message>
        <source>이름 보기 (까닭이 기록됨)</source>
        <translation>Show the name (why is logged)</translation>
    </message>
    <message>
        <source>파일 붙이기 · 끌어다 놓아도 됨</source>
        <translation>Attach files, or drop them</translation>
    </message>
    <message>
        <source>다음 할 일</source>
        <translation>The next step</translation>
    </message>
    <message>
        <source>이어받기</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>보완요구 · 보완 도착</source>
        <translation>Ask for a supplement · it came</translation>
    </message>
    <message>
        <source>기한 연장</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>다른 부서로 이송</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>답변 적기 · 선례 넣기 Ctrl+1 – 3</source>
        <translation>Answer · precedents Ctrl+1 – 3</translation>
    </message>
    <message>
        <source>쓰던 답변을 선례로 남기기</source>
        <translation>Keep the answer as a precedent</translation>
    </message>
    <message>
        <source>종결</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>메모</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>한 날 바로잡기</source>
        <translation>Put a day right</translation>
    </message>
    <message>
        <source>고른 단계 되돌리기</source>
        <translation>Undo the chosen step</translation>
    </message>
    <message>
        <source>서식 인쇄 / PDF로 저장</source>
        <translation>Print the letter / save as PDF</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>닫기 · 목록으로</source>
        <translation>Close · back to the list</translation>
    </message>
    <message>
        <source>좋아요 · 아쉬워요, 카드 고르기</source>
        <translation>Liked · missed, choose a card</translation>
    </message>
    <message>
        <source>즉시 조치 · 한 번 더: 고친 것 적기</source>
        <translation>Fix now · once more: write the fix</translation>
    </message>
    <message>
        <source>장기 검토</source>
        <translation>Long-term review</translation>
    </message>
    <message>
        <source>감사 전하기: 벽 화면에 걸립니다</source>
        <translation>Thank: it goes on the wall display</translation>
    </message>
    <message>
        <source>민원으로 접수</source>
        <translation>Make a case of it</translation>
    </message>
    <message>
        <source>개인정보 가리기 · 숨기기</source>
        <translation>Cover personal data · hide</translation>
    </message>
    <message>
        <source>방금 한 분류 되돌리기</source>
        <translation>Undo the last decision</translation>
    </message>
    <message>
        <source>새 카드: 쪽지나 창구에서 들은 말</source>
        <translation>New card: a note, or what was said</translation>
    </message>
    <message>
        <source>카드에서 찾기</source>
        <translation>Search the cards</translation>
    </message>
    <message>
        <source>칭찬 카드 인쇄</source>
        <translation>Print a praise card</translation>
    </message>
    <message>
        <source>나에게 온 칭찬 읽기</source>
        <translation>Read what praises me</translation>
    </message>
    <message>
        <source>벽 화면 · 아무 키나 멈춤 · Esc 닫기</source>
        <translation>Wall display · any key stops · Esc closes</translation>
    </message>
    <message>
        <source>특이민원 기록 시작 · 한 번 더: 적기</source>
        <translation>Begin a note of abuse · again: write it</translation>
    </message>
    <message>
        <source>경고했음 / 대화 종료</source>
        <translation>Warned / end the talk</translation>
    </message>
    <message>
        <source>지난 특이민원 기록</source>
        <translation>Earlier notes of abuse</translation>
    </message>
    <message>
        <source>사람·업무·부서·창구·설정·가져오기·공유·길 안내</source>
        <translation>People, services, departments, counters, settings, import, sharing, guidance</translation>
    </message>
    <message>
        <source>길 안내의 여섯 칸</source>
        <translation>The six pages of Guidance</translation>
    </message>
    <message>
        <source>지남부터 기한이 옮겨진 것까지</source>
        <translation>From overdue to moved deadlines</translation>
    </message>
    <message>
        <source>민원 고르기 · 열기</source>
        <translation>Choose a case · open it</translation>
    </message>
    <message>
        <source>독촉할 것에서: 독촉장 인쇄</source>
        <translation>Among those to remind: print the reminder</translation>
    </message>
    <message>
        <source>부서별 · 국별</source>
        <translation>By department · by bureau</translation>
    </message>
    <message>
        <source>월간 점검표 인쇄 / PDF로 저장</source>
        <translation>Print the month’s check sheet / save as PDF</translation>
    </message>
    <message>
        <source>분기 점검 적기</source>
        <translation>Write the quarter’s review</translation>
    </message>
    <message>
        <source>과제 한 장으로 인쇄</source>
        <translation>Print the task on one sheet</translation>
    </message>
    <message>
        <source>다시 살핀 결과</source>
        <translation>What the second look came to</translation>
    </message>
    <message>
        <source>새로 만들기</source>
        <translation>New</translation>
    </message>
    <message>
        <source>고르거나 저장</source>
        <translation>Choose or save</translation>
    </message>
    <message>
        <source>그만 쓰기 · 다시 쓰기</source>
        <translation>Retire · take up again</translation>
    </message>
    <message>
        <source>비밀번호 초기화</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>업무의 차례 옮기기</source>
        <translation>Move a service up or down</translation>
    </message>
    <message>
        <source>이 화면에서 바꾼 것 되돌리기</source>
        <translation>Take back what was changed here</translation>
    </message>
    <message>
        <source>질문의 답이나 할 일 옮기기 · 빼기</source>
        <translation>Move a choice or a step · take it away</translation>
    </message>
    <message>
        <source>쉬는 날: 지난해 · 다음 해</source>
        <translation>Holidays: previous year · next year</translation>
    </message>
    <message>
        <source>가져올 파일 고르기</source>
        <translation>Choose a file to import</translation>
    </message>
    <message>
        <source>앞 · 다음 기간</source>
        <translation>Previous · next period</translation>
    </message>
    <message>
        <source>일 · 주 · 월</source>
        <translation>Day · week · month</translation>
    </message>
    <message>
        <source>현황 인쇄</source>
        <translation>Print the figures</translation>
    </message>
    <message>
        <source>표로 내보내기</source>
        <translation>Export as a table</translation>
    </message>
    <message>
        <source>하던 계산이나 저장 그만두기</source>
        <translation>Stop counting or saving</translation>
    </message>
    <message>
        <source>지난 7일 · 30일 · 이번 달 · 지난달</source>
        <translation>Last 7 days · 30 days · this month · last month</translation>
    </message>
    <message>
        <source>안내에서 찾기</source>
        <translation>Find in the guide</translation>
    </message>
    <message>
        <source>다음 · 앞의 찾은 곳</source>
        <translation>Next · previous place found</translation>
    </message>
    <message>
        <source>읽기</source>
        <translation>Read on</translation>
    </message>
    <message>
        <source>차례로 가기</source>
        <translation>To the contents</translation>
    </message>
    <message>
        <source>앞 안내로 돌아가기</source>
        <translation>Back to the guide before</translation>
    </message>
    <message>
        <source>하던 화면으로 돌아가기</source>
        <translation>Back to work</translation>
    </message>
    <message>
        <source>방문자: 본인·대리·법인·외국인</source>
        <translation>Visitor: self, proxy, company, foreigner</translation>
    </message>
    <message>
        <source>공유 상태 · 두 값 정하기</source>
        <translation>sharing · settle two values</translation>
    </message>
    <message>
        <source>단축키 · 한 번 더: 사용 안내</source>
        <translation>Keys · once more: guide</translation>
    </message>
    <message>
        <source>직원 교대: 숫자와 비밀번호</source>
        <translation>Change clerk: number and password</translation>
    </message>
    <message>
        <source>자리 비움</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>내 비밀번호 바꾸기</source>
        <translation>Change my password</translation>
    </message>
    <message>
        <source>로그아웃</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>다음 칸으로</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>접수증 없이 접수</source>
        <translation>Register without a slip</translation>
    </message>
    <message>
        <source>방금 접수 되돌리기</source>
        <translation>Undo the last visit</translation>
    </message>
    <message>
        <source>다음 분 호출 · 오시면 처리 시작</source>
        <translation>Call the next visitor · start when they come</translation>
    </message>
    <message>
        <source>처리 끝</source>
        <translation>Visit served</translation>
    </message>
    <message>
        <source>고른 접수증 다시 출력</source>
        <translation>Print the selected slip again</translation>
    </message>
    <message>
        <source>목록에서 Enter</source>
        <translation>Enter in the list</translation>
    </message>
    <message>
        <source>실패한 접수증 다시 출력</source>
        <translation>Print a failed slip again</translation>
    </message>
    <message>
        <source>저장 못 한 접수: 다시 시도 / 되살리기</source>
        <translation>Unsaved visit: try again / take back</translation>
    </message>
    <message>
        <source>고른 사람의 명패 인쇄</source>
        <translation>Print the name plate of the chosen person</translation>
    </message>
    <message>
        <source>날짜 입력</source>
        <translation>Type a date</translation>
    </message>
    <message>
        <source>PDF로 저장</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>어디서나</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>단축키 · {screen} · {role}</source>
        <translation>Keys · {screen} · {role}</translation>
    </message>
    <message>
        <source>단축키 · {role}</source>
        <translation>Keys · {role}</translation>
    </message>
    <message>
        <source>{screen} (이어서)</source>
        <translation>{screen} (continued)</translation>
    </message>
    <message>
        <source>사용 안내  F1</source>
        <translation>Guide  F1</translation>
    </message>
    <message>
        <source>사용 안내</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>LateEntryDialog</name>
    <message>
        <source>나중 입력</source>
        <translation>Late entry</translation>
    </message>
    <message>
        <source>접수한 시각</source>
        <translation>Registered at</translation>
    </message>
    <message>
        <source>끝난 시각</source>
        <translation>Served until</translation>
    </message>
    <message>
        <source>저장하고 다음 줄   Enter</source>
        <translation>Save, next line   Enter</translation>
    </message>
    <message>
        <source>저장하고 다음 줄</source>
        <translation>Save, next line</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>정전이나 고장 때 종이에 적어 둔 접수를 옮깁니다 · 처리 완료로 기록되고, 접수증은 저절로 나오지 않습니다</source>
        <translation>Visits noted on paper during an outage · recorded as done, and no slip is printed by itself</translation>
    </message>
    <message>
        <source>M월 d일 (ddd)</source>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>접수한 날</source>
        <translation>Day of the visit</translation>
    </message>
    <message>
        <source>예: 0912</source>
        <translation>such as 0912</translation>
    </message>
    <message>
        <source>적혀 있으면</source>
        <translation>if noted</translation>
    </message>
    <message>
        <source>번호표</source>
        <translation>Queue no.</translation>
    </message>
    <message>
        <source>있으면</source>
        <translation>if any</translation>
    </message>
    <message>
        <source>까닭</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>업무 · 숫자나 이름·초성 · +로 하나 더</source>
        <translation>Service · digit, name or initials · + for one more</translation>
    </message>
    <message>
        <source>방문자</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>날짜</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>저장하지 못한 줄이 {count}개 있습니다. Ctrl+T로 다시 저장하거나 Ctrl+E로 되살려 주세요.</source>
        <translation>{count} lines could not be saved. Press Ctrl+T to save them again, or Ctrl+E to take one back.</translation>
    </message>
    <message>
        <source>끝난 시각을 읽을 수 없습니다. 숫자 네 자리로 적거나 비워 두세요.</source>
        <translation>The end cannot be read. Type four digits, or leave it empty.</translation>
    </message>
</context>
<context>
    <name>LateEntryPresenter</name>
    <message>
        <source>접수한 시각을 적으세요. 숫자 네 자리면 됩니다. 예: 0912</source>
        <translation>Type when it was registered. Four digits will do, such as 0912.</translation>
    </message>
    <message>
        <source>맞는 업무가 없습니다. 다른 이름이나 초성으로 찾아보세요.</source>
        <translation>No service fits. Try another name or its initials.</translation>
    </message>
    <message>
        <source>업무를 고르세요. 숫자 하나면 됩니다.</source>
        <translation>Pick a service. One digit will do.</translation>
    </message>
</context>
<context>
    <name>LearnedPage</name>
    <message>
        <source>정한 것 풀기  Ctrl+R</source>
        <translation>Take the decision back  Ctrl+R</translation>
    </message>
    <message>
        <source>정한 것 풀기</source>
        <translation>Take the decision back</translation>
    </message>
    <message>
        <source>배우지 않는 것도</source>
        <translation>Those not learned, too</translation>
    </message>
    <message>
        <source>배운 말이 아직 없습니다</source>
        <translation>Nothing learned yet</translation>
    </message>
    <message>
        <source>상담관이 ‘맞았음’이라고 확인한 말이 여기에 모입니다. 두 사람이 확인하면 모두에게 먼저 나옵니다.</source>
        <translation>What consultants confirm as right gathers here. After two people it comes first for everybody.</translation>
    </message>
    <message>
        <source>이제 없는 업무</source>
        <translation>A task that is gone</translation>
    </message>
    <message>
        <source>시민의 말</source>
        <translation>What citizens say</translation>
    </message>
    <message>
        <source>이름이나 번호는 적지 않습니다.</source>
        <translation>No names, no numbers.</translation>
    </message>
    <message>
        <source>새 말</source>
        <translation>New phrase</translation>
    </message>
    <message>
        <source>여기서 정한 말은 바로 모두에게 먼저 나옵니다.</source>
        <translation>What is decided here comes first for everybody at once.</translation>
    </message>
    <message>
        <source>{task}: {count}번 확인</source>
        <translation>{task}: confirmed {count}×</translation>
    </message>
    <message>
        <source>배우지 않기로 했습니다.</source>
        <translation>Decided not to be learned.</translation>
    </message>
    <message>
        <source>관리자가 정했습니다.</source>
        <translation>Decided by an administrator.</translation>
    </message>
    <message>
        <source>아직 한 사람만 확인해서 그 사람에게만 먼저 나옵니다.</source>
        <translation>Confirmed by one person so far, and first only for that person.</translation>
    </message>
    <message>
        <source>다시 배우기  Ctrl+D</source>
        <translation>Learn it again  Ctrl+D</translation>
    </message>
    <message>
        <source>배우지 않기  Ctrl+D</source>
        <translation>Do not learn it  Ctrl+D</translation>
    </message>
    <message>
        <source>업무를 목록에서 골라 주세요. 바뀐 것은 없습니다.</source>
        <translation>Please pick a task from the list. Nothing has changed.</translation>
    </message>
    <message>
        <source>‘{phrase}’이(가) 이어지는 업무를 정했습니다.</source>
        <translation>Decided where “{phrase}” leads.</translation>
    </message>
    <message>
        <source>‘{phrase}’을(를) 다시 배웁니다.</source>
        <translation>“{phrase}” is learned again.</translation>
    </message>
    <message>
        <source>‘{phrase}’을(를) 배우지 않습니다.</source>
        <translation>“{phrase}” is not learned.</translation>
    </message>
    <message>
        <source>‘{phrase}’을(를) 정한 것을 풀었습니다.</source>
        <translation>The decision about “{phrase}” is taken back.</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>저장하지 못한 접수 {count}건</source>
        <translation>visits that could not be saved: {count}</translation>
    </message>
    <message>
        <source>입력 중인 내용</source>
        <translation>a half-filled form</translation>
    </message>
    <message>
        <source>아직 저장되지 않은 것이 있습니다: {what}. 로그아웃하면 없어집니다. 보관하려면 로그아웃하지 말고 F10으로 교대하세요.</source>
        <translation>This is not saved yet: {what}. Signing out throws it away. To keep it, change clerks with F10 instead.</translation>
    </message>
    <message>
        <source>저장되지 않은 것이 있습니다</source>
        <translation>Something is not saved</translation>
    </message>
    <message>
        <source>돌아가기</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>버리고 로그아웃</source>
        <translation>Discard and sign out</translation>
    </message>
    <message>
        <source>창을 닫으면 보관 중인 다음 내용이 없어집니다.
{people}
이미 저장된 접수는 그대로 있습니다.</source>
        <translation>Closing the window throws away what is kept here:
{people}
Visits that are saved stay saved.</translation>
    </message>
    <message>
        <source>보관 중인 내용이 있습니다</source>
        <translation>Work is being kept</translation>
    </message>
    <message>
        <source>버리고 닫기</source>
        <translation>Discard and close</translation>
    </message>
</context>
<context>
    <name>LetterPrinting</name>
    <message>
        <source>{letter}: 프린터로 보냈습니다({number}).</source>
        <translation>{letter}: sent to the printer ({number}).</translation>
    </message>
    <message>
        <source>PDF로 저장했습니다: {path}</source>
        <translation>Saved as PDF: {path}</translation>
    </message>
</context>
<context>
    <name>LinkCard</name>
    <message>
        <source>횟수를 함께 세고, 두 번째 고충민원은 감사담당관에게 갑니다. 잘못 이으면 다시 뗄 수 있습니다.</source>
        <translation>They are counted together, and the second grievance goes to the audit officer. What was linked by mistake can be taken out again.</translation>
    </message>
    <message>
        <source>잇기  Enter</source>
        <translation>Link  Enter</translation>
    </message>
    <message>
        <source>앞선 민원 찾기</source>
        <translation>Find the earlier case</translation>
    </message>
    <message>
        <source>민원 번호나 제목</source>
        <translation>Case number or title</translation>
    </message>
    <message>
        <source>이을 수 있는 민원</source>
        <translation>Cases to link with</translation>
    </message>
    <message>
        <source>연결이 없어 이 PC에 있는 것만 찾았습니다.</source>
        <translation>There is no connection, so only this PC was searched.</translation>
    </message>
    <message>
        <source>찾은 민원</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>비슷한 민원</source>
        <translation>Similar cases</translation>
    </message>
    <message>
        <source>찾는 민원이 없습니다.</source>
        <translation>No such case was found.</translation>
    </message>
    <message>
        <source>비슷한 민원이 없습니다. 번호나 제목으로 찾아 주세요.</source>
        <translation>No case looks alike. Please search by number or title.</translation>
    </message>
    <message>
        <source>{number}과(와) 잇기  Enter</source>
        <translation>Link with {number}  Enter</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>{count:,}건을 파일로 만드는 중…</source>
        <translation>Making a file of {count:,} cases…</translation>
    </message>
    <message>
        <source>{count:,}건 가운데 {done:,}건째…</source>
        <translation>{done:,} of {count:,} cases…</translation>
    </message>
    <message>
        <source>내보낼 것을 읽는 중… {done:,}건</source>
        <translation>Reading what is to leave… {done:,} cases</translation>
    </message>
    <message>
        <source>목록 {count:,}건을 내보냈습니다: {path}</source>
        <translation>Exported {count:,} cases: {path}</translation>
    </message>
    <message>
        <source>감사담당관이 맡은 {count:,}건은 뺐습니다.</source>
        <translation>{count:,} of the audit officer were left out.</translation>
    </message>
    <message>
        <source>연결이 없어 이 PC에 있는 것만 담았습니다.</source>
        <translation>There is no connection: it holds only what is on this PC.</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>그만 쓰는 것도</source>
        <translation>Retired ones too</translation>
    </message>
    <message>
        <source>새로 만들기  Ctrl+N</source>
        <translation>New  Ctrl+N</translation>
    </message>
    <message>
        <source>새로 만들기</source>
        <translation>New</translation>
    </message>
    <message>
        <source>아직 없습니다</source>
        <translation>Nothing here yet</translation>
    </message>
    <message>
        <source>Ctrl+N으로 새로 만들거나 ‘가져오기’를 쓰세요.</source>
        <translation>Make one with Ctrl+N, or use ‘Import’.</translation>
    </message>
    <message>
        <source>{day}부터 쓰지 않습니다. 기록은 그대로 있습니다.</source>
        <translation>Not in use since {day}. Its records stay.</translation>
    </message>
    <message>
        <source>다시 쓰기  Ctrl+D</source>
        <translation>Use again  Ctrl+D</translation>
    </message>
    <message>
        <source>그만 쓰기  Ctrl+D</source>
        <translation>Retire  Ctrl+D</translation>
    </message>
    <message>
        <source>찾기   Ctrl+F</source>
        <translation>Search   Ctrl+F</translation>
    </message>
    <message>
        <source>{list}에서 찾기</source>
        <translation>Search in: {list}</translation>
    </message>
    <message>
        <source>저장하지 않은 내용이 있습니다. Enter로 저장하거나 Esc로 취소해 주세요.</source>
        <translation>Something here is not saved. Save it with Enter or cancel with Esc.</translation>
    </message>
</context>
<context>
    <name>LunchCard</name>
    <message>
        <source>부터</source>
        <translation>From</translation>
    </message>
    <message>
        <source>까지</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>이 시간은 처리 시간에 넣지 않습니다. 비우면 점심시간 없이 셉니다.</source>
        <translation>Not counted as working time. Left empty, the office works through.</translation>
    </message>
    <message>
        <source>점심시간 저장</source>
        <translation>Save the lunch hour</translation>
    </message>
    <message>
        <source>점심시간</source>
        <translation>Lunch hour</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>민원데스크</source>
        <translation>Minwon Desk</translation>
    </message>
    <message>
        <source>민원데스크 · {name}</source>
        <translation>Minwon Desk · {name}</translation>
    </message>
</context>
<context>
    <name>MatchList</name>
    <message>
        <source>맞는 업무</source>
        <translation>Tasks that fit</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>예상하지 못한 문제가 생겼습니다. 이미 저장된 기록은 그대로 있습니다. 다시 해 보세요.</source>
        <translation>Something unexpected went wrong. What was saved is still there. Please try again.</translation>
    </message>
    <message>
        <source>‘{code}’ 업무를 찾을 수 없습니다. 저장된 것은 없습니다. 업무 목록에서 골라 주세요.</source>
        <translation>There is no service “{code}”. Nothing was saved. Please choose from the list of services.</translation>
    </message>
    <message>
        <source>그 접수를 찾을 수 없습니다. 바뀐 것은 없습니다. 목록에서 번호를 확인해 주세요.</source>
        <translation>That visit was not found. Nothing has changed. Please check the number in the list.</translation>
    </message>
    <message>
        <source>{field}의 {place}번째 글자는 보이지 않는 제어 문자입니다. 저장하지 않았습니다. 그 글자를 지워 주세요.</source>
        <translation>{field}: character {place} is an invisible control character. Nothing was saved. Please delete it.</translation>
    </message>
    <message>
        <source>{field}의 {place}번째 글자는 그림 문자라 접수증에 찍을 수 없습니다. 저장하지 않았습니다. 글자로 적어 주세요.</source>
        <translation>{field}: character {place} is an emoji, which a slip cannot carry. Nothing was saved. Please use letters.</translation>
    </message>
    <message>
        <source>{field}의 {place}번째 글자는 오른쪽에서 왼쪽으로 쓰는 글자입니다. 저장하지 않았습니다. 한글이나 로마자로 적어 주세요.</source>
        <translation>{field}: character {place} is written from right to left. Nothing was saved. Please use Korean or Latin letters.</translation>
    </message>
    <message>
        <source>{field}의 {place}번째 글자부터 {kind}처럼 보입니다. 저장하지 않았습니다. 그 부분을 지우고 다시 저장해 주세요.</source>
        <translation>{field}: from character {place} on it looks like a {kind}. Nothing was saved. Please delete that part and save again.</translation>
    </message>
    <message>
        <source>{field}: ‘{value}’은(는) 쓸 수 없는 값입니다. 바뀐 것은 없습니다. 값을 고쳐 주세요.</source>
        <translation>{field}: ‘{value}’ cannot be used. Nothing was changed. Please correct the value.</translation>
    </message>
    <message>
        <source>비밀번호가 짧습니다. 저장하지 않았습니다. {minimum}자 이상으로 정해 주세요.</source>
        <translation>The password is too short. Nothing was saved. Please use at least {minimum} characters.</translation>
    </message>
    <message>
        <source>열쇠 암호가 짧습니다. 열쇠를 만들지 않았습니다. {minimum}자 이상으로 정해 주세요.</source>
        <translation>The passphrase is too short. No key was made. Please use at least {minimum} characters.</translation>
    </message>
    <message>
        <source>{field}: 글이 너무 깁니다({length}자). 저장하지 않았습니다. {limit}자까지 줄여 주세요.</source>
        <translation>{field} is too long ({length} characters). Nothing was saved. Please shorten it to {limit}.</translation>
    </message>
    <message>
        <source>{field}: 비어 있습니다. 바뀐 것은 없습니다. 값을 적어 주세요.</source>
        <translation>{field} is empty. Nothing was changed. Please fill it in.</translation>
    </message>
    <message>
        <source>{number}: 접수한 지 {seconds}초가 지나 되돌릴 수 없습니다. 접수는 그대로 있습니다.</source>
        <translation>{number} was registered more than {seconds} seconds ago and cannot be undone. The visit is still there.</translation>
    </message>
    <message>
        <source>{number}: 이미 취소된 접수입니다. 바뀐 것은 없습니다. 필요하면 새로 접수해 주세요.</source>
        <translation>{number} has already been undone. Nothing has changed. If needed, please register a new visit.</translation>
    </message>
    <message>
        <source>{number}: 처리 중인 접수가 아닙니다. 바뀐 것은 없습니다. 목록에서 상태를 확인해 주세요.</source>
        <translation>{number} is not being served. Nothing has changed. Please check its state in the list.</translation>
    </message>
    <message>
        <source>{number}: 기다리고 있는 접수가 아닙니다. 바뀐 것은 없습니다. 목록에서 상태를 확인해 주세요.</source>
        <translation>{number}: This visit is not waiting. Nothing has changed. Please check its state in the list.</translation>
    </message>
    <message>
        <source>{number}: 이미 끝난 접수입니다. 바뀐 것은 없습니다. 목록에서 상태를 확인해 주세요.</source>
        <translation>{number}: This visit has already ended. Nothing has changed. Please check its state in the list.</translation>
    </message>
    <message>
        <source>{number}: {counter}에서 맡은 접수입니다. 바뀐 것은 없습니다. 그 창구에 확인해 주세요.</source>
        <translation>{number}: This visit belongs to {counter}. Nothing has changed. Please check with that counter.</translation>
    </message>
    <message>
        <source>이 창구를 기다리는 분이 없습니다. 바뀐 것은 없습니다.</source>
        <translation>Nobody is waiting for this counter. Nothing has changed.</translation>
    </message>
    <message>
        <source>‘{code}’ 창구를 찾을 수 없습니다. 바뀐 것은 없습니다. 창구 목록에서 골라 주세요.</source>
        <translation>There is no counter ‘{code}’. Nothing has changed. Please pick one from the list of counters.</translation>
    </message>
    <message>
        <source>한 번에 업무를 {limit}가지까지 접수합니다. 저장하지 않았습니다. 나머지는 따로 접수해 주세요.</source>
        <translation>One visit can have up to {limit} services. Nothing was saved. Please register the others separately.</translation>
    </message>
    <message>
        <source>같은 업무를 두 번 골랐습니다: {code}. 저장하지 않았습니다. 하나를 빼 주세요.</source>
        <translation>The same service was picked twice: {code}. Nothing was saved. Please remove one.</translation>
    </message>
    <message>
        <source>{field}: 까닭을 한마디 적어야 합니다. 바뀐 것은 없습니다. 짧게 적고 다시 해 주세요.</source>
        <translation>{field}: A word why is needed. Nothing has changed. Please write it briefly and try again.</translation>
    </message>
    <message>
        <source>{number}: 설문 기한이 지나 접수증을 다시 낼 수 없습니다. 접수 기록은 그대로 있습니다.</source>
        <translation>{number}: The survey’s time has passed, so its slip can no longer be printed. The visit’s record is unchanged.</translation>
    </message>
    <message>
        <source>열쇠 암호가 로그인 비밀번호와 같습니다. 바뀐 것은 없습니다. 둘을 서로 다르게 정해 주세요.</source>
        <translation>The key&apos;s passphrase and the sign-in password are the same. Nothing was changed. Please choose two different ones.</translation>
    </message>
    <message>
        <source>{role} 계정으로는 할 수 없는 일입니다: {action}. 바뀐 것은 없습니다. 맡은 사람에게 부탁하세요.</source>
        <translation>The account of a {role} may not do this: {action}. Nothing has changed. Please ask the person in charge.</translation>
    </message>
    <message>
        <source>로그인이 필요합니다. 바뀐 것은 없습니다. 아이디와 비밀번호로 로그인해 주세요.</source>
        <translation>You need to sign in. Nothing has changed. Please sign in with login and password.</translation>
    </message>
    <message>
        <source>아이디나 비밀번호가 맞지 않습니다. 한/영 키와 Caps Lock을 확인하고 다시 입력해 주세요.</source>
        <translation>Login or password is wrong. Please check the language key and Caps Lock, and type them again.</translation>
    </message>
    <message>
        <source>비밀번호를 여러 번 틀려 계정이 잠겼습니다. 기록은 그대로 있습니다. {time} 이후에 다시 로그인해 주세요.</source>
        <translation>The account is locked after several wrong passwords. All records are safe. Please sign in again after {time}.</translation>
    </message>
    <message>
        <source>열쇠 암호가 맞지 않습니다. 아무것도 열지 않았습니다. 한/영 키를 확인하고 다시 입력해 주세요.</source>
        <translation>The passphrase is wrong. Nothing was opened. Please check the language key and type it again.</translation>
    </message>
    <message>
        <source>감사담당관의 열쇠가 아직 없어 봉인된 답도 없습니다. 감사담당관이 처음 로그인할 때 열쇠를 만듭니다.</source>
        <translation>There is no audit key yet, so there are no sealed answers. The audit officer makes the key at the first sign-in.</translation>
    </message>
    <message>
        <source>이미 자료가 있는 폴더입니다: {path}. 건드리지 않았습니다. 빈 폴더를 골라 주세요.</source>
        <translation>That folder already holds data: {path}. It was not touched. Please choose an empty folder.</translation>
    </message>
    <message>
        <source>이 PC의 자료 폴더가 없습니다: {path}. 바뀐 것은 없습니다. 폴더를 확인하거나 minwon init으로 만들어 주세요.</source>
        <translation>This PC’s data folder is missing: {path}. Nothing has changed. Please check the folder or make it with minwon init.</translation>
    </message>
    <message>
        <source>자료 폴더에 쓸 수 없습니다: {path}. 있는 기록은 그대로입니다. 폴더의 쓰기 권한을 관리자에게 요청하세요.</source>
        <translation>The data folder cannot be written to: {path}. All records are safe. Please ask the administrator for write access.</translation>
    </message>
    <message>
        <source>디스크가 가득 차 저장하지 못했습니다: {path}. 이미 저장된 기록은 안전합니다. 공간을 비우고 다시 해 주세요.</source>
        <translation>The disk is full, so this was not saved: {path}. What was saved before is safe. Please free some space and try again.</translation>
    </message>
    <message>
        <source>자료 파일을 읽을 수 없습니다: {path}. 파일을 고치거나 지우지 않았습니다. 백업을 가진 관리자를 불러 주세요.</source>
        <translation>The data file cannot be read: {path}. It was neither changed nor deleted. Please call the administrator, who has the backup.</translation>
    </message>
    <message>
        <source>자료가 더 새 프로그램으로 만들어졌습니다(자료 {found}, 프로그램 {known}). 자료는 그대로입니다. 프로그램을 새로 설치해 주세요.</source>
        <translation>The data was made by a newer program (data {found}, program {known}). The data is unchanged. Please install the newer program.</translation>
    </message>
    <message>
        <source>다른 작업이 자료를 쓰고 있어 이번 것은 저장하지 못했습니다. 기록은 안전합니다. 잠시 뒤 다시 해 주세요.</source>
        <translation>Something else is using the data, so this was not saved. All records are safe. Please try again in a moment.</translation>
    </message>
    <message>
        <source>열쇠 파일을 읽을 수 없습니다: {path}. 기록은 그대로입니다. 백업에서 열쇠 파일을 되살리도록 관리자를 불러 주세요.</source>
        <translation>A key file cannot be read: {path}. All records are unchanged. Please ask the administrator to bring it back from the backup.</translation>
    </message>
    <message>
        <source>설문 자료를 읽을 수 없습니다: {path}. 접수 기록은 그대로입니다. 관리자에게 백업에서 되살려 달라고 하세요.</source>
        <translation>The survey’s data cannot be read: {path}. The visits are unchanged. Please ask the administrator to bring it back from the backup.</translation>
    </message>
    <message>
        <source>이 PC의 설정 파일을 읽을 수 없습니다: {path}. 접수 기록은 그대로입니다. 기본 설정으로 시작할 수 있습니다.</source>
        <translation>This PC’s settings file cannot be read: {path}. The visits are unchanged. You can start with default settings.</translation>
    </message>
    <message>
        <source>설문 문항 파일을 읽을 수 없습니다: {path}. 기록은 그대로입니다. 프로그램을 다시 설치해 주세요.</source>
        <translation>The file with the survey’s questions cannot be read: {path}. All records are unchanged. Please install the program again.</translation>
    </message>
    <message>
        <source>파일을 쓸 수 없습니다: {path}. 기록은 안전합니다. 다른 자리를 고르거나 쓰기 권한을 확인해 주세요.</source>
        <translation>The file cannot be written: {path}. All records are safe. Please choose another place or check the access rights.</translation>
    </message>
    <message>
        <source>{host}의 {port}번 포트를 다른 프로그램이 쓰고 있습니다. 바뀐 것은 없습니다. 다른 포트를 정해 주세요.</source>
        <translation>Another program is using port {port} of {host}. Nothing has changed. Please choose another port.</translation>
    </message>
    <message>
        <source>창을 띄울 화면이 없습니다. 바뀐 것은 없습니다. 화면이 있는 PC에서 열거나 다른 minwon 명령을 쓰세요.</source>
        <translation>There is no display to open a window on. Nothing was changed. Open it on a PC with a display, or use another minwon command.</translation>
    </message>
    <message>
        <source>프린터를 찾을 수 없습니다. 기록은 안전합니다. 프린터를 켜거나 설정(F9)에서 고른 뒤 다시 출력하세요.</source>
        <translation>No printer was found. All records are safe. Please switch the printer on or choose one in Settings (F9), then print again.</translation>
    </message>
    <message>
        <source>프린터 ‘{printer}’에 보내지 못했습니다. 기록은 안전합니다. 전원과 용지를 확인하고 다시 출력하세요.</source>
        <translation>Printer “{printer}” took nothing. All records are safe. Please check power and paper, then print again.</translation>
    </message>
    <message>
        <source>지금은 할 수 없습니다. 기록은 안전합니다. 잠시 뒤 다시 해 주세요.</source>
        <translation>This cannot be done now. All records are safe. Please try again in a moment.</translation>
    </message>
    <message>
        <source>누가 하는 일인지 알려 주세요. 바뀐 것은 없습니다. --as 뒤에 아이디를, MINWON_PASSWORD 에 비밀번호를 주면 됩니다.</source>
        <translation>Please say who is asking. Nothing has changed. Give the login after --as and the password in MINWON_PASSWORD.</translation>
    </message>
    <message>
        <source>명령을 알아듣지 못했습니다. 바뀐 것은 없습니다. 쓰는 법은 minwon --help 에 있습니다. ({problem})</source>
        <translation>The command was not understood. Nothing has changed. minwon --help tells how it is used. ({problem})</translation>
    </message>
    <message>
        <source>주소에 적은 비밀번호는 이 PC의 다른 사용자와 명령 기록에 보일 수 있습니다. 기록에는 남기지 않았습니다. 다음부터는 MINWON_SHARED_PASSWORD 에 주세요.</source>
        <translation>A password in the URL can be seen by this PC’s other users and in the command history. It was kept out of the records; next time give it in MINWON_SHARED_PASSWORD.</translation>
    </message>
    <message>
        <source>관리자 복구 코드: {code}
지금 한 번만 보여 드립니다. 종이에 적어 금고에 두세요. 관리자가 로그인할 수 없게 되면 이 코드로 비밀번호를 새로 정합니다.</source>
        <translation>Administrator recovery code: {code}
It is shown only this once. Write it down and put it in a safe. When no administrator can sign in any more, it sets a new password.</translation>
    </message>
    <message>
        <source>이 PC의 시계가 이미 저장된 기록보다 늦습니다. 번호와 접수증은 마지막 기록의 날짜로 이어집니다. 시계를 맞춰 달라고 관리자에게 알려 주세요.</source>
        <translation>This PC’s clock is behind the records already saved. Numbers and slips go on under the newest record’s date. Please ask the administrator to set the clock.</translation>
    </message>
    <message>
        <source>방문 접수</source>
        <translation>Registering visits</translation>
    </message>
    <message>
        <source>설문 응답</source>
        <translation>Answering the survey</translation>
    </message>
    <message>
        <source>화면을 그리는 중입니다.</source>
        <translation>Taking pictures of the screens.</translation>
    </message>
    <message>
        <source>연습용 하루</source>
        <translation>Sample day</translation>
    </message>
    <message>
        <source>이 계정의 권한이 바뀌었거나 회수되었습니다. 이미 저장된 기록은 그대로 있고, 방금 한 일은 저장되지 않았습니다. 관리자에게 확인하고 다시 로그인해 주세요.</source>
        <translation>The rights of this account have been changed or withdrawn. What was saved stays, and what you did just now was not saved. Please ask the administrator and sign in again.</translation>
    </message>
    <message>
        <source>임시 비밀번호입니다. 아직 다른 일은 할 수 없습니다. 새 비밀번호를 정해 주세요(창에서 로그인하거나 minwon password).</source>
        <translation>This is a temporary password. Nothing else can be done with it yet. Please choose a new password (sign in at the window, or use minwon password).</translation>
    </message>
    <message>
        <source>지금 비밀번호가 맞지 않습니다. 비밀번호는 바뀌지 않았습니다. 다시 입력해 주세요.</source>
        <translation>The present password is not right. The password was not changed. Please enter it again.</translation>
    </message>
    <message>
        <source>지금 것과 같은 비밀번호입니다. 비밀번호는 바뀌지 않았습니다. 다른 것으로 정해 주세요.</source>
        <translation>This is the same password as now. The password was not changed. Please choose another one.</translation>
    </message>
    <message>
        <source>마지막 관리자 계정입니다. 회수하거나 역할을 바꿀 수 없고, 바뀐 것은 없습니다. 관리자를 먼저 한 명 더 두세요.</source>
        <translation>This is the last administrator account. It cannot be withdrawn or given another role, and nothing was changed. Please add another administrator first.</translation>
    </message>
    <message>
        <source>복구 코드가 맞지 않습니다. 바뀐 것은 없습니다. 가장 나중에 만든 복구 코드 종이를 보고 다시 입력해 주세요.</source>
        <translation>The recovery code is not right. Nothing was changed. Please look at the newest sheet with the recovery code and enter it again.</translation>
    </message>
    <message>
        <source>‘{login}’은(는) 관리자 계정이 아닙니다. 바뀐 것은 없고 복구 코드도 그대로 쓸 수 있습니다. 관리자 아이디를 입력해 주세요.</source>
        <translation>‘{login}’ is not an administrator account. Nothing was changed, and the recovery code is still good. Please enter an administrator’s login.</translation>
    </message>
    <message>
        <source>‘{login}’ 계정을 찾을 수 없습니다. 바뀐 것은 없습니다. 사람 목록에서 확인해 주세요.</source>
        <translation>There is no account ‘{login}’. Nothing was changed. Please look it up in the list of people.</translation>
    </message>
    <message>
        <source>‘{name}’ 업무는 이제 받지 않습니다. 저장된 것은 없고 적은 것은 그대로 있습니다. 다른 업무를 골라 주세요.</source>
        <translation>‘{name}’ is no longer offered. Nothing was saved, and what you typed is still there. Please choose another service.</translation>
    </message>
    <message>
        <source>{row}: 그사이 다른 사람이 먼저 바꾸었습니다. 저장하지 않았습니다. 새로 불러온 내용을 보고 다시 고쳐 주세요.</source>
        <translation>{row}: somebody else changed it first. It was not saved. Please look at what has been loaded and change it again.</translation>
    </message>
    <message>
        <source>‘{code}’은(는) 이미 있습니다. 저장하지 않았습니다. 다른 것으로 정해 주세요.</source>
        <translation>‘{code}’ is already there. It was not saved. Please choose another one.</translation>
    </message>
    <message>
        <source>‘{code}’ 부서를 찾을 수 없습니다. 바뀐 것은 없습니다. 부서 목록에서 골라 주세요.</source>
        <translation>There is no department ‘{code}’. Nothing was changed. Please choose one from the list of departments.</translation>
    </message>
    <message>
        <source>선택 키 {key}은(는) ‘{service}’이(가) 쓰고 있습니다. 저장하지 않았습니다. 빈 키를 골라 주세요.</source>
        <translation>Key {key} belongs to ‘{service}’. It was not saved. Please choose a free key.</translation>
    </message>
    <message>
        <source>{department}에 아직 업무가 {services}개 있습니다. 바뀐 것은 없습니다. 그 업무를 옮기거나 먼저 그만 쓰게 하세요.</source>
        <translation>{department} still has {services} services. Nothing was changed. Please move or retire those services first.</translation>
    </message>
    <message>
        <source>{counter}은(는) 지금 쓰고 있는 창구입니다. 바뀐 것은 없습니다. 열린 접수를 끝내고 다른 창구의 PC에서 해 주세요.</source>
        <translation>{counter} is in use now. Nothing was changed. Please finish its open visits and do this at the PC of another counter.</translation>
    </message>
    <message>
        <source>가져올 파일이 {limit} MB보다 큽니다. 읽지 않았고 바뀐 것은 없습니다. 필요한 표만 따로 저장해 주세요.</source>
        <translation>The file to import is larger than {limit} MB. It was not read, and nothing was changed. Please save only the table you need.</translation>
    </message>
    <message>
        <source>가져올 줄이 {limit}개를 넘습니다. 바뀐 것은 없습니다. 파일을 나누어 가져와 주세요.</source>
        <translation>There are more than {limit} rows to import. Nothing was changed. Please split the file.</translation>
    </message>
    <message>
        <source>파일에 가져올 줄이 없습니다. 바뀐 것은 없습니다. 첫 줄은 제목, 다음 줄부터 내용이어야 합니다.</source>
        <translation>The file has no rows to import. Nothing was changed. The first row must hold the titles, the rows after it the contents.</translation>
    </message>
    <message>
        <source>읽을 수 없는 파일입니다: {path}. 바뀐 것은 없습니다. CSV 또는 XLSX(암호 없이)로 다시 저장해 주세요.</source>
        <translation>This file cannot be read: {path}. Nothing was changed. Please save it again as CSV or XLSX (without a password).</translation>
    </message>
    <message>
        <source>{line}번째 줄의 글자가 깨져 있습니다. 바뀐 것은 없습니다. 파일을 ‘CSV UTF-8’로 다시 저장해 주세요.</source>
        <translation>The letters in line {line} are damaged. Nothing was changed. Please save the file again as ‘CSV UTF-8’.</translation>
    </message>
    <message>
        <source>‘{column}’ 열이 없습니다. 바뀐 것은 없습니다. 첫 줄에 열 제목을 적어 주세요.</source>
        <translation>The column ‘{column}’ is missing. Nothing was changed. Please write the column titles into the first row.</translation>
    </message>
    <message>
        <source>‘{column}’ 열이 두 번 있습니다. 바뀐 것은 없습니다. 하나만 남겨 주세요.</source>
        <translation>The column ‘{column}’ is there twice. Nothing was changed. Please leave only one.</translation>
    </message>
    <message>
        <source>잘못된 줄이 {bad}개 있어 아무것도 가져오지 않았습니다. 그 줄을 고치거나, 빼고 가져오기(--skip-bad)를 골라 주세요.</source>
        <translation>{bad} rows are bad, so nothing was imported. Please correct them, or choose to leave them out (--skip-bad).</translation>
    </message>
    <message>
        <source>기간의 끝({last})이 시작({first})보다 앞섭니다. 바뀐 것은 없습니다. 두 날짜를 바꾸어 넣어 주세요.</source>
        <translation>The period ends ({last}) before it begins ({first}). Nothing has changed. Please swap the two dates.</translation>
    </message>
    <message>
        <source>기간이 너무 깁니다({first}~{last}). 바뀐 것은 없습니다. {years}년까지로 줄여 주세요.</source>
        <translation>The period is too long ({first} to {last}). Nothing has changed. Please choose {years} years at most.</translation>
    </message>
    <message>
        <source>{value}은(는) 다룰 수 있는 날짜가 아닙니다. 바뀐 것은 없습니다. {first}년부터 {last}년 사이의 날짜를 넣어 주세요.</source>
        <translation>{value} is not a date that can be used. Nothing has changed. Please give a date from {first} to {last}.</translation>
    </message>
    <message>
        <source>취소했습니다. 바뀐 것은 없고, 만들던 파일도 남기지 않았습니다.</source>
        <translation>Cancelled. Nothing has changed, and no half-made file is left.</translation>
    </message>
    <message>
        <source>‘{value}’은(는) 프린터 주소로 쓸 수 없습니다. 바뀐 것은 없습니다. tcp:192.168.0.50:9100, usb:04b8:0e15, serial:COM3:9600, file:/dev/usb/lp0처럼 적어 주세요.</source>
        <translation>‘{value}’ cannot be used as a printer address. Nothing has changed. Please write it like tcp:192.168.0.50:9100, usb:04b8:0e15, serial:COM3:9600 or file:/dev/usb/lp0.</translation>
    </message>
    <message>
        <source>영수증 프린터 ‘{printer}’에는 A5 용지를 쓸 수 없습니다. 접수증을 내지 않았고 기록은 안전합니다. 용지를 80mm나 58mm로 바꾸고 다시 출력하세요.</source>
        <translation>The receipt printer ‘{printer}’ cannot print on A5. No slip was issued and your records are safe. Set the paper to 80 mm or 58 mm and print again.</translation>
    </message>
    <message>
        <source>프린터 ‘{printer}’의 용지가 떨어졌습니다. 기록은 안전합니다. 새 용지를 넣고 다시 출력하세요. QR은 같습니다.</source>
        <translation>The printer ‘{printer}’ is out of paper. Your records are safe. Put in a new roll and print again. The QR code stays the same.</translation>
    </message>
    <message>
        <source>프린터 ‘{printer}’의 덮개가 열려 있습니다. 기록은 안전합니다. 덮개를 닫고 다시 출력하세요.</source>
        <translation>The cover of the printer ‘{printer}’ is open. Your records are safe. Close it and print again.</translation>
    </message>
    <message>
        <source>프린터 ‘{printer}’이(가) 멈춰 있습니다(오프라인). 기록은 안전합니다. 프린터의 버튼과 표시등을 확인하고 다시 출력하세요.</source>
        <translation>The printer ‘{printer}’ is offline. Your records are safe. Check its buttons and lights and print again.</translation>
    </message>
    <message>
        <source>프린터 ‘{printer}’에 연결할 수 없거나 응답이 없습니다. 기록은 안전합니다. 전원과 케이블, 설정(F9)의 주소를 확인하고 다시 출력하세요.</source>
        <translation>The printer ‘{printer}’ cannot be reached or does not answer. Your records are safe. Check its power, its cable and its address in the settings (F9), and print again.</translation>
    </message>
    <message>
        <source>{time}은(는) 아직 오지 않은 시각입니다. 저장하지 않았습니다. 종이에 적은 시각을 확인해 주세요.</source>
        <translation>{time} has not come yet. Nothing was saved. Check the time on your paper.</translation>
    </message>
    <message>
        <source>{day}: 나중 입력은 {limit}일 전까지만 됩니다. 저장하지 않았습니다. 날짜를 확인해 주세요.</source>
        <translation>{day}: visits can be entered later for {limit} days only. Nothing was saved. Check the day.</translation>
    </message>
    <message>
        <source>끝난 시각({until})이 접수한 시각({at})보다 앞서거나 다른 날입니다. 저장하지 않았습니다. 두 시각을 확인해 주세요.</source>
        <translation>The end ({until}) is before the beginning ({at}) or on another day. Nothing was saved. Check both times.</translation>
    </message>
    <message>
        <source>공유 주소를 알아볼 수 없습니다. 바뀐 것은 없습니다. postgresql://서버/데이터베이스 또는 sqlite:///경로 모양으로 적어 주세요.</source>
        <translation>The shared address cannot be read. Nothing has changed. Type it as postgresql://server/database or sqlite:///path.</translation>
    </message>
    <message>
        <source>초대 코드가 맞지 않습니다. 바뀐 것은 없습니다. 빠지거나 잘못 적은 글자가 없는지 보고 다시 입력해 주세요.</source>
        <translation>The invitation code is wrong. Nothing has changed. Check for missing or mistyped signs and type it again.</translation>
    </message>
    <message>
        <source>이미 쓴 초대 코드이거나 관리자가 취소한 코드입니다. 바뀐 것은 없습니다. 관리자에게 새 초대 코드를 받아 주세요.</source>
        <translation>This invitation code has been used or withdrawn. Nothing has changed. Ask the administrator for a new one.</translation>
    </message>
    <message>
        <source>초대 코드의 기한(24시간)이 지났습니다. 바뀐 것은 없습니다. 관리자에게 새 초대 코드를 받아 주세요.</source>
        <translation>The invitation code has expired after 24 hours. Nothing has changed. Ask the administrator for a new one.</translation>
    </message>
    <message>
        <source>그런 초대가 없습니다: {invitation}. 바뀐 것은 없습니다. 창구 목록에서 골라 주세요.</source>
        <translation>There is no such invitation: {invitation}. Nothing has changed. Choose one from the list of counters.</translation>
    </message>
    <message>
        <source>그 초대 코드로 이미 창구가 등록되어 초대를 취소할 수 없습니다. 바뀐 것은 없습니다. 그 창구를 쓰지 않으려면 창구 목록에서 빼 주세요.</source>
        <translation>A counter has been registered with that code, so the invitation cannot be withdrawn any more. Nothing has changed. Take that counter out in the list of counters if it is not wanted.</translation>
    </message>
    <message>
        <source>‘{name}’ 창구가 이미 있습니다. 바뀐 것은 없습니다. 다른 이름을 적어 주세요.</source>
        <translation>There is a counter “{name}” already. Nothing has changed. Type another name.</translation>
    </message>
    <message>
        <source>이 PC는 이미 공유하고 있습니다({address}). 바뀐 것은 없습니다. 서버를 옮겼으면 ‘접속 정보 바꾸기’를 쓰세요.</source>
        <translation>This PC shares already ({address}). Nothing has changed. If the server has moved, use “Change the connection”.</translation>
    </message>
    <message>
        <source>이 PC의 기록은 아직 공유하지 않습니다. 바뀐 것은 없습니다. 관리 화면(F4)의 ‘공유’에서 시작할 수 있습니다.</source>
        <translation>The records of this PC are not shared yet. Nothing has changed. Sharing is begun on the administrator&apos;s screen (F4).</translation>
    </message>
    <message>
        <source>백업으로 쓸 수 없는 파일입니다: {path}. 되살린 것도 바뀐 것도 없습니다. 다른 백업을 고르거나 프로그램을 새 버전으로 바꿔 주세요.</source>
        <translation>This file cannot be used as a backup: {path}. Nothing was put back or changed. Choose another backup, or install a newer version of the program.</translation>
    </message>
    <message>
        <source>그 사이 다른 사람이 이미 정했습니다. 두 값은 그대로 남아 있습니다. 목록에서 지금 값을 확인해 주세요.</source>
        <translation>Somebody else has settled it meanwhile. Both values are on record. Check the list for the value now.</translation>
    </message>
    <message>
        <source>서명된 열쇠 목록이 아니거나 서명한 뒤에 내용이 바뀌었습니다: {path}. 바뀐 것은 없습니다. 관리자에게 파일을 다시 받아 주세요.</source>
        <translation>This is no signed list of keys, or it was changed after it was signed: {path}. Nothing was changed. Ask the administrator for the file again.</translation>
    </message>
    <message>
        <source>이 설문 저장소의 사무실이 서명한 열쇠 목록이 아닙니다: {path}. 바뀐 것은 없습니다. 처음 열쇠를 내보낸 PC에서 만든 파일을 받아 주세요.</source>
        <translation>This list of keys was not signed by the office this survey store belongs to: {path}. Nothing was changed. Ask for a file made on the PC that first exported the keys.</translation>
    </message>
    <message>
        <source>지금 쓰는 열쇠 목록({known:%Y-%m-%d %H:%M})보다 오래된 목록({issued_at:%Y-%m-%d %H:%M})입니다. 바뀐 것은 없습니다. 관리자에게 새 파일을 받아 주세요.</source>
        <translation>This list ({issued_at:%Y-%m-%d %H:%M}) is older than the one in use ({known:%Y-%m-%d %H:%M}). Nothing was changed. Ask the administrator for a new file.</translation>
    </message>
    <message>
        <source>이 PC에는 봉인된 응답이나 그것을 여는 열쇠가 없습니다. 응답은 그대로 있습니다. 설문 저장소와 감사담당관의 열쇠가 있는 PC에서 여세요.</source>
        <translation>This PC has neither the sealed answers nor the key that opens them, or lacks one of the two. The answers are safe. Open them on the PC that has the survey store and the audit officer&apos;s key.</translation>
    </message>
    <message>
        <source>공유 서버가 사용자 ‘{user}’의 이름이나 비밀번호를 받지 않았습니다. 이 PC의 기록은 안전합니다. 이름과 비밀번호를 확인해 주세요. 공유하던 PC이면 관리 화면(F4) ‘공유’의 ‘접속 정보 바꾸기’에서 고칩니다.</source>
        <translation>The shared server does not accept the name or the password of the user ‘{user}’. The records of this PC are safe. Please check the name and the password. On a PC that shares already they are put right under “Change the connection” in “Sharing” on the Administration screen (F4).</translation>
    </message>
    <message>
        <source>데이터베이스 사용자 ‘{user}’에게 그럴 권한이 없습니다. 바뀐 것은 없습니다. 서버 관리자에게 이 데이터베이스의 소유자 계정을 받아 주세요.</source>
        <translation>The database user “{user}” has no right to do that. Nothing has changed. Ask the server&apos;s administrator for the owner account of this database.</translation>
    </message>
    <message>
        <source>관리자가 이 창구를 공유에서 뺐습니다. 이 PC의 기록은 그대로 있습니다. 잘못된 것이면 관리자에게 다시 초대해 달라고 하세요.</source>
        <translation>An administrator has taken this counter out of sharing. The records of this PC are still here. If that is a mistake, ask to be invited again.</translation>
    </message>
    <message>
        <source>이 PC의 비밀번호 보관함이 응답하지 않습니다. 기록은 안전합니다. PC에 다시 로그인하고, 계속되면 관리자에게 알려 주세요.</source>
        <translation>This PC&apos;s password store does not answer. The records are safe. Sign in to the PC again; tell the administrator if it goes on.</translation>
    </message>
    <message>
        <source>공유 폴더에 닿지 않습니다({address}). 접수는 그대로 되고 기록은 이 PC에 안전합니다. 공유 폴더가 연결되어 있는지, 경로가 맞는지 확인해 주세요.</source>
        <translation>The shared folder cannot be reached ({address}). Visits can be registered as always and are safe on this PC. Please check that the folder is connected and the path is right.</translation>
    </message>
    <message>
        <source>공유 서버에 닿지 않습니다({address}). 접수는 그대로 되고 기록은 이 PC에 안전합니다. 네트워크와 주소를 확인해 주세요.</source>
        <translation>The shared side cannot be reached ({address}). Visits can be registered as always and are safe on this PC. Check the network and the address.</translation>
    </message>
    <message>
        <source>공유 서버가 응답하지 않습니다({address}). 접수는 그대로 되고 기록은 이 PC에 안전합니다. 서버가 켜져 있는지 확인해 주세요.</source>
        <translation>The shared side does not answer ({address}). Visits can be registered as always and are safe on this PC. Check whether the server is on.</translation>
    </message>
    <message>
        <source>공유 서버의 인증서를 믿을 수 없어 연결하지 않았습니다({address}). 보낸 것은 없고 기록은 이 PC에 안전합니다. 인증서 파일과 서버 이름을 확인해 주세요.</source>
        <translation>The shared server&apos;s certificate is not trusted, so no connection was made ({address}). Nothing was sent, and the records are safe on this PC. Check the certificate file and the server&apos;s name.</translation>
    </message>
    <message>
        <source>그 자리에 데이터베이스나 파일이 없습니다({address}). 이 PC의 기록은 그대로입니다. 데이터베이스 이름이나 경로를 확인해 주세요.</source>
        <translation>There is no such database or file ({address}). The records of this PC are as they were. Check the database&apos;s name or the path.</translation>
    </message>
    <message>
        <source>다른 창구가 공유 쪽을 오래 쓰고 있습니다({address}). 기록은 이 PC에 안전합니다. 잠시 뒤 저절로 다시 합니다.</source>
        <translation>Another counter has been using the shared side for long ({address}). The records are safe on this PC. It is tried again by itself in a moment.</translation>
    </message>
    <message>
        <source>공유 쪽에 쓸 수 없습니다({address}). 보내지 못한 기록은 이 PC에 안전합니다. 관리자에게 쓰기 권한을 확인해 달라고 하세요.</source>
        <translation>The shared side cannot be written to ({address}). What is not sent is safe on this PC. Ask the administrator to check the write permission.</translation>
    </message>
    <message>
        <source>공유 쪽의 디스크가 가득 찼습니다({address}). 보내지 못한 기록은 이 PC에 안전합니다. 관리자에게 자리를 비워 달라고 하세요.</source>
        <translation>The shared side&apos;s disk is full ({address}). What is not sent is safe on this PC. Ask the administrator to make room.</translation>
    </message>
    <message>
        <source>클라우드 프로그램이 복사하는 폴더입니다({address}). 공유 파일이 망가질 수 있어 쓰지 않았습니다. 사내 공유 폴더를 골라 주세요.</source>
        <translation>A cloud program copies this folder ({address}). That can spoil a shared file, so it was not used. Choose a shared folder of the office.</translation>
    </message>
    <message>
        <source>여러 PC가 같이 쓸 수 없는 폴더입니다({address}). 공유 파일이 망가질 수 있어 쓰지 않았습니다. 다른 공유 폴더나 PostgreSQL을 골라 주세요.</source>
        <translation>This folder does not keep PCs from writing at the same time ({address}). That can spoil a shared file, so it was not used. Choose another folder, or PostgreSQL.</translation>
    </message>
    <message>
        <source>그 자리에 민원데스크의 자료가 없습니다({address}). 양쪽 다 바뀐 것은 없습니다. 주소가 맞는지, 공유를 시작한 곳인지 확인해 주세요.</source>
        <translation>There is nothing of Minwon Desk there ({address}). Nothing has changed on either side. Check the address, and whether sharing was begun there.</translation>
    </message>
    <message>
        <source>그 자리는 다른 사무실 ‘{office}’의 것입니다. 양쪽 다 바뀐 것은 없습니다. 이 사무실의 주소를 입력해 주세요.</source>
        <translation>That is the shared side of another office, “{office}”. Nothing has changed on either side. Type the address of this office.</translation>
    </message>
    <message>
        <source>공유 쪽이 더 새 프로그램을 요구합니다(공유 쪽 {found}, 이 PC {known}). 기록은 이 PC에 안전하고 접수도 됩니다. 이 PC의 프로그램을 새 버전으로 바꿔 주세요.</source>
        <translation>The shared side asks for a newer program (shared side {found}, this PC {known}). The records are safe on this PC, and visits can be registered. Install the new version on this PC.</translation>
    </message>
    <message>
        <source>공유 쪽의 자료를 읽을 수 없습니다({address}). 고치거나 지우지 않았고, 이 PC의 기록은 안전합니다. 관리자에게 백업에서 되살려 달라고 하세요.</source>
        <translation>The shared side&apos;s data cannot be read ({address}). Nothing was repaired or deleted, and the records of this PC are safe. Ask the administrator to restore it from a backup.</translation>
    </message>
    <message>
        <source>공유 쪽이 전과 다릅니다({address}). 이 PC의 기록은 안전합니다. 이 PC가 가진 기록을 저절로 다시 보내니 기다리면 됩니다.</source>
        <translation>The shared side is not the one it was ({address}). The records of this PC are safe. They are sent again by themselves: just wait.</translation>
    </message>
    <message>
        <source>이 PC의 기록이 공유 쪽이 아는 것보다 오래되었습니다({address}). 있는 기록은 그대로입니다. 새 창구 코드를 저절로 받으니 기다리면 됩니다.</source>
        <translation>The records of this PC are older than what the shared side knows ({address}). What is there stays. A new counter code comes by itself: just wait.</translation>
    </message>
    <message>
        <source>{day:%Y-%m-%d}의 다른 창구 기록은 공유 서버에 있는데 지금은 닿지 않습니다. 기록은 안전합니다. 다시 연결되면 볼 수 있습니다.</source>
        <translation>Other counters&apos; records of {day:%Y-%m-%d} are on the shared side, which cannot be reached now. They are safe. They can be seen once connected again.</translation>
    </message>
    <message>
        <source>공유 쪽이 이 창구의 열쇠를 아직 받지 않아 접수증에 QR을 찍을 수 없습니다. 접수는 그대로 저장됩니다. 다시 연결되면 QR이 찍힙니다.</source>
        <translation>The shared side has not accepted this counter&apos;s key yet, so slips carry no QR code. Visits are saved as always. The QR code comes once connected again.</translation>
    </message>
    <message>
        <source>공유 쪽과 지금은 주고받을 수 없습니다({address}). 접수는 그대로 되고 기록은 이 PC에 안전합니다. 저절로 다시 합니다.</source>
        <translation>Nothing can be exchanged with the shared side now ({address}). Visits can be registered as always and are safe on this PC. It is tried again by itself.</translation>
    </message>
    <message>
        <source>‘{task}’ 업무가 업무 안내에 없습니다. 바뀐 것은 없습니다. 업무 안내에서 골라 주세요.</source>
        <translation>‘{task}’ is not in the directory. Nothing was changed. Please choose a task from the directory.</translation>
    </message>
    <message>
        <source>그 갈림 질문을 찾을 수 없습니다. 바뀐 것은 없습니다. 질문 목록에서 확인해 주세요.</source>
        <translation>That deciding question cannot be found. Nothing was changed. Please look in the list of questions.</translation>
    </message>
    <message>
        <source>그 생애 사건을 찾을 수 없습니다. 바뀐 것은 없습니다. 생애 사건 목록에서 확인해 주세요.</source>
        <translation>That life event cannot be found. Nothing was changed. Please look in the list of life events.</translation>
    </message>
    <message>
        <source>그 안내 기록을 찾을 수 없습니다. 바뀐 것은 없습니다. 오늘 안내한 사람에서 확인해 주세요.</source>
        <translation>That record of showing the way cannot be found. Nothing was changed. Please look among the people guided today.</translation>
    </message>
    <message>
        <source>아직 업무 안내가 없어 찾을 수 없습니다. 바뀐 것은 없습니다. 관리자가 업무 안내 파일을 가져오면 됩니다(창의 관리 화면, 또는 minwon import directory).</source>
        <translation>There is no directory to find anything in yet. Nothing was changed. The administrator imports the directory&apos;s file (in the window&apos;s administration, or minwon import directory).</translation>
    </message>
    <message>
        <source>‘{department}’에서 받는 접수 업무가 없습니다. 저장하지 않았습니다. 접수할 업무를 직접 골라 주세요.</source>
        <translation>No service can be registered for ‘{department}’. Nothing was saved. Please choose the service yourself.</translation>
    </message>
    <message>
        <source>이송 기한이 없는 안내입니다. 바뀐 것은 없습니다. 기한을 먼저 시작해 주세요.</source>
        <translation>No transfer clock runs for this person. Nothing was changed. Please start the clock first.</translation>
    </message>
    <message>
        <source>{day}은(는) 쉬는 날로 되어 있지 않습니다. 바뀐 것은 없습니다. 날짜를 확인해 주세요.</source>
        <translation>{day} is not a holiday. Nothing was changed. Please check the date.</translation>
    </message>
    <message>
        <source>찾기에 쓰는 파일을 읽을 수 없습니다: {path}. 기록은 그대로입니다. 프로그램을 다시 설치해 주세요.</source>
        <translation>The finder&apos;s files cannot be read: {path}. Records are untouched. Please install the program again.</translation>
    </message>
    <message>
        <source>‘{case}’ 민원을 찾을 수 없습니다. 바뀐 것은 없습니다. 번호를 확인해 주세요.</source>
        <translation>The case ‘{case}’ cannot be found. Nothing was changed. Please check the number.</translation>
    </message>
    <message>
        <source>그 처리 단계를 찾을 수 없습니다. 바뀐 것은 없습니다. 처리 과정을 다시 열어 확인해 주세요.</source>
        <translation>That step cannot be found. Nothing was changed. Please open the case again and look.</translation>
    </message>
    <message>
        <source>그 기록을 찾을 수 없습니다. 바뀐 것은 없습니다. 목록을 다시 열어 확인해 주세요.</source>
        <translation>That record cannot be found. Nothing was changed. Please open the list again and look.</translation>
    </message>
    <message>
        <source>{step}: {why} 바뀐 것은 없습니다.</source>
        <translation>{step}: {why} Nothing was changed.</translation>
    </message>
    <message>
        <source>{number}: 그 사이 {by}님이 {day}에 종결했습니다. 적으신 글은 그대로 있습니다. 먼저 처리 과정을 확인해 주세요.</source>
        <translation>{number}: {by} has closed it meanwhile, on {day}. What you wrote is still there. Please look at the steps first.</translation>
    </message>
    <message>
        <source>{day}은(는) 민원을 받은 날({began})보다 앞입니다. 저장하지 않았습니다. 날짜를 고쳐 주세요.</source>
        <translation>{day} is before the day of receipt ({began}). Nothing was saved. Please correct the date.</translation>
    </message>
    <message>
        <source>{field}: {day}은(는) 아직 오지 않은 때입니다. 저장하지 않았습니다. 실제로 한 때를 적어 주세요.</source>
        <translation>{field}: {day} is still to come. Nothing was saved. Please say when it really was.</translation>
    </message>
    <message>
        <source>멈춘 기간이 {last}에 끝나는데 {first}에 시작합니다. 저장하지 않았습니다. 날짜를 바꿔 주세요.</source>
        <translation>The pause ends on {last} but begins on {first}. Nothing was saved. Please exchange the dates.</translation>
    </message>
    <message>
        <source>‘{text}’은(는) 처리기간이 아닙니다. 저장하지 않았습니다. 3h(시간), 7d(일), 2w(주), 1m(달), 1y(년)이나 now(즉시)로 적어 주세요.</source>
        <translation>‘{text}’ is not a period. Nothing was saved. Please write 3h (hours), 7d (days), 2w (weeks), 1m (months), 1y (years) or now (at once).</translation>
    </message>
    <message>
        <source>처리기간 {period}을(를) {extension}만큼 늘릴 수 없습니다. 저장하지 않았습니다. 같은 단위로 적어 주세요.</source>
        <translation>A period of {period} cannot be extended by {extension}. Nothing was saved. Please use the same unit.</translation>
    </message>
    <message>
        <source>{day}은(는) 공휴일을 아는 해({first}~{last}년)를 벗어나 기한을 셀 수 없습니다. 바뀐 것은 없습니다. 날짜를 확인해 주세요.</source>
        <translation>Holidays are known from {first} to {last}, so no deadline can be counted at {day}. Nothing was changed. Please check the date.</translation>
    </message>
    <message>
        <source>시간으로 세는 처리기간이라 받은 시각이 필요합니다. 저장하지 않았습니다. 시각까지 적어 주세요.</source>
        <translation>This period is counted in hours and needs the time of receipt. Nothing was saved. Please give the time, too.</translation>
    </message>
    <message>
        <source>{kind} 민원은 업무마다 처리기간이 다릅니다. 저장하지 않았습니다. 업무를 고르거나 처리기간을 적어 주세요.</source>
        <translation>{kind}: the period depends on the service. Nothing was saved. Please choose the service or give the period.</translation>
    </message>
    <message>
        <source>{kind} 민원은 이름과 주소가 있어야 합니다({field}이(가) 비었습니다). 저장하지 않았습니다. 이름을 밝히지 않으시면 게시판 카드로 남겨 주세요.</source>
        <translation>{kind}: name and address are needed ({field} is empty). Nothing was saved. If the citizen does not want to be named, please keep it as a card of the board.</translation>
    </message>
    <message>
        <source>{kind} 민원은 말이나 전화로는 받지 않습니다. 저장하지 않았습니다. 글로 받거나 대신 적어 드린 뒤 받은 길을 고쳐 주세요.</source>
        <translation>{kind}: it cannot be taken by word of mouth or phone. Nothing was saved. Please take it in writing, or write it down for the citizen, and correct how it came.</translation>
    </message>
    <message>
        <source>{field}의 {place}번째 글자부터 주민등록번호로 보입니다. 저장하지 않았습니다. 그 숫자를 지워 주세요.</source>
        <translation>{field}: from letter {place} on it looks like a resident registration number. Nothing was saved. Please remove those digits.</translation>
    </message>
    <message>
        <source>{name}은(는) PDF나 사진이 아닙니다(이름이 아니라 내용으로 확인합니다). 붙이지 않았습니다. PDF·PNG·JPEG·TIFF로 바꿔 주세요.</source>
        <translation>{name} is neither a PDF nor a picture (its content tells, not its name). It was not attached. Please make it a PDF, PNG, JPEG or TIFF.</translation>
    </message>
    <message>
        <source>{name}을(를) 읽을 수 없습니다. 붙이지 않았습니다. 다른 프로그램에서 닫거나 이 PC로 복사한 뒤 다시 해 주세요.</source>
        <translation>{name} cannot be read. It was not attached. Close it in other programs or copy it to this PC, and try again.</translation>
    </message>
    <message>
        <source>{name}: {size} MB라 너무 큽니다. 붙이지 않았습니다. {limit} MB보다 작게 다시 스캔해 주세요.</source>
        <translation>{name}: {size} MB is too large. It was not attached. Please scan it again with less than {limit} MB.</translation>
    </message>
    <message>
        <source>이 민원의 붙임이 모두 {size} MB가 되어 {limit} MB를 넘습니다. 붙이지 않았습니다. 필요 없는 붙임을 먼저 빼 주세요.</source>
        <translation>All attachments of this case would be {size} MB, more than {limit} MB. It was not attached. Please remove one that is not needed first.</translation>
    </message>
    <message>
        <source>{name}은(는) 아직 이 PC에 없고 지금은 가져올 수 없습니다. 없어지지 않았습니다. 연결되면 다시 열어 주세요.</source>
        <translation>{name} is not on this PC yet and cannot be fetched now. It is not lost. Please open it again when the connection is back.</translation>
    </message>
    <message>
        <source>{name}의 내용이 처음과 달라 열지 않았습니다. 민원 기록은 그대로입니다. 관리자에게 백업에서 되살려 달라고 하세요.</source>
        <translation>{name} is not what it was and was not opened. The case is untouched. Please ask the administrator to restore it from a backup.</translation>
    </message>
    <message>
        <source>이미 민원이 된 카드입니다. 바뀐 것은 없습니다. 이제는 그 민원에서 처리해 주세요.</source>
        <translation>The card has become a case already. Nothing was changed. Please go on in that case.</translation>
    </message>
    <message>
        <source>{number} 민원은 한 번에 되돌릴 수 없습니다. {why} 바뀐 것은 없습니다.</source>
        <translation>Case {number} cannot be taken back with one key. {why} Nothing has changed.</translation>
    </message>
    <message>
        <source>한 파일에는 {limit:,}건까지 내보냅니다. 이 목록은 더 길어 아무것도 쓰지 않았습니다. 종류나 부서로 나누어 내보내 주세요.</source>
        <translation>One file holds up to {limit:,} cases. This list is longer, so nothing was written. Please export it by kind or department.</translation>
    </message>
    <message>
        <source>{title}: 사전 협의를 아직 하지 않았습니다. 바뀐 것은 없습니다. 협의한 내용을 먼저 적어 주세요.</source>
        <translation>{title}: nobody has been consulted yet. Nothing was changed. Please write first what was talked over.</translation>
    </message>
    <message>
        <source>{title}: 무엇을 배웠는지 적어야 합니다. 바뀐 것은 없습니다. 배운 점을 한 줄 적어 주세요.</source>
        <translation>{title}: what was learned has to be written. Nothing was changed. Please write a line about it.</translation>
    </message>
    <message>
        <source>{field}: {day}보다 뒤여야 합니다. 저장하지 않았습니다. 날짜를 고쳐 주세요.</source>
        <translation>{field}: it has to be later than {day}. Nothing was saved. Please correct the date.</translation>
    </message>
    <message>
        <source>이미 처리한 단계가 있습니다. 민원에서 ‘취하’로 끝내 주세요.</source>
        <translation>Something was done with it already. End it in the case as withdrawn.</translation>
    </message>
    <message>
        <source>적은 내용을 그 사이 고쳤습니다. 민원에서 ‘취하’로 끝내 주세요.</source>
        <translation>What was received has been put right since. End it in the case as withdrawn.</translation>
    </message>
    <message>
        <source>붙임이 있거나 있었습니다. 민원에서 ‘취하’로 끝내 주세요.</source>
        <translation>It has or had attachments. End it in the case as withdrawn.</translation>
    </message>
    <message>
        <source>접수증이나 통지서가 이미 나왔습니다. 민원에서 ‘취하’로 끝내 주세요.</source>
        <translation>A receipt or letter has been printed. End it in the case as withdrawn.</translation>
    </message>
    <message>
        <source>다른 민원이나 과제, 재검토, 선례에 이어져 있습니다. 민원에서 ‘취하’로 끝내 주세요.</source>
        <translation>It is linked with another case, a task, a second look or a precedent. End it in the case as withdrawn.</translation>
    </message>
    <message>
        <source>다른 사람이나 다른 창구에서 만들었습니다. 만드신 분이 되돌려 주세요.</source>
        <translation>Somebody else or another counter made it. Whoever did can take it back.</translation>
    </message>
    <message>
        <source>감사담당관이 맡은 민원입니다. 감사담당관에게 알려 주세요.</source>
        <translation>It is the audit officer&apos;s. Please tell the audit officer.</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>어제 16:30</source>
        <translation>yesterday 16:30</translation>
    </message>
    <message>
        <source>어제 16:30, 11.20 9:05, 오후 4시</source>
        <translation>yesterday 16:30, 11.20 9:05, 2026-11-20 9:05</translation>
    </message>
    <message>
        <source>날짜와 시각을 적어 주세요</source>
        <translation>Day and time, please</translation>
    </message>
    <message>
        <source>지금</source>
        <translation>now</translation>
    </message>
</context>
<context>
    <name>NameCard</name>
    <message>
        <source>이름을 왜 보시나요?</source>
        <translation>Why do you look at the name?</translation>
    </message>
    <message>
        <source>누가 왜 보았는지 접속기록에 남습니다.</source>
        <translation>Who looked and why goes into the access log.</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>연락하려고</source>
        <translation>To get in touch</translation>
    </message>
    <message>
        <source>본인인지 확인하려고</source>
        <translation>To check who it is</translation>
    </message>
    <message>
        <source>서류를 쓰려고</source>
        <translation>To write papers</translation>
    </message>
    <message>
        <source>그 밖의 처리에 필요해서</source>
        <translation>Needed to handle it</translation>
    </message>
</context>
<context>
    <name>NamePlateDialog</name>
    <message>
        <source>명패 인쇄</source>
        <translation>Print name plate</translation>
    </message>
    <message>
        <source>명패에 적을 부서</source>
        <translation>Department on the plate</translation>
    </message>
    <message>
        <source>부서 없이</source>
        <translation>No department</translation>
    </message>
    <message>
        <source>사진 고르기…  Ctrl+O</source>
        <translation>Choose photo…  Ctrl+O</translation>
    </message>
    <message>
        <source>사진 고르기</source>
        <translation>Choose photo</translation>
    </message>
    <message>
        <source>사진 빼기</source>
        <translation>No photo</translation>
    </message>
    <message>
        <source>인쇄   Enter</source>
        <translation>Print   Enter</translation>
    </message>
    <message>
        <source>인쇄</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{name} 님의 명패</source>
        <translation>Name plate of {name}</translation>
    </message>
    <message>
        <source>A5 한 장입니다. 사진이 없으면 붙일 자리가 비어 나옵니다.</source>
        <translation>One A5 page. Without a photo there is room to paste one.</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>사진</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>명패에 넣을 사진</source>
        <translation>Photo for the plate</translation>
    </message>
    <message>
        <source>사진 (*.jpg *.jpeg *.png)</source>
        <translation>Photos (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>고르지 않음</source>
        <translation>None chosen</translation>
    </message>
</context>
<context>
    <name>NamePlatePrinting</name>
    <message>
        <source>{name} 님의 명패를 PDF로 저장했습니다: {path}</source>
        <translation>The name plate of {name} was saved as a PDF: {path}</translation>
    </message>
    <message>
        <source>{name} 님의 명패를 프린터로 보냈습니다.</source>
        <translation>The name plate of {name} was sent to the printer.</translation>
    </message>
    <message>
        <source>{name}은(는) JPEG나 PNG 사진이 아니거나 너무 큽니다. 인쇄하지 않았습니다. 다른 사진을 골라 주세요.</source>
        <translation>{name} is no JPEG or PNG photo, or too large. Nothing was printed. Please choose another photo.</translation>
    </message>
    <message>
        <source>{name}을(를) 읽을 수 없습니다. 인쇄하지 않았습니다. 사진을 이 PC로 복사한 뒤 다시 골라 주세요.</source>
        <translation>{name} cannot be read. Nothing was printed. Please copy the photo to this PC and choose it again.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>접수</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>안내 데스크</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>부서 찾기</source>
        <translation>Find desk</translation>
    </message>
    <message>
        <source>현황</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>민원</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>청렴</source>
        <translation>Integrity</translation>
    </message>
    <message>
        <source>접수 점검</source>
        <translation>Visit check</translation>
    </message>
    <message>
        <source>관리</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>자리 비움</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>직원 교대</source>
        <translation>Change clerk</translation>
    </message>
    <message>
        <source>내 비밀번호</source>
        <translation>My password</translation>
    </message>
    <message>
        <source>로그아웃</source>
        <translation>Sign out</translation>
    </message>
</context>
<context>
    <name>NewCardDialog</name>
    <message>
        <source>새 카드</source>
        <translation>New card</translation>
    </message>
    <message>
        <source>적힌 글</source>
        <translation>What it says</translation>
    </message>
    <message>
        <source>쪽지에 적힌 그대로, 또는 들은 그대로</source>
        <translation>As written on the note, or as heard</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>정하지 않음</source>
        <translation>Not decided</translation>
    </message>
    <message>
        <source>누구를 칭찬했나요</source>
        <translation>Who is praised?</translation>
    </message>
    <message>
        <source>이름이 나오지 않음</source>
        <translation>Nobody is named</translation>
    </message>
    <message>
        <source>저장   Enter</source>
        <translation>Save   Enter</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>쓴 분의 이름과 전화번호는 적지 않습니다.</source>
        <translation>The writer&apos;s name and phone number are not written down.</translation>
    </message>
    <message>
        <source>적힌 글이 비어 있습니다. 들은 말이나 쪽지의 글을 적어 주세요.</source>
        <translation>There is no text yet. Write what was said or what the note says.</translation>
    </message>
</context>
<context>
    <name>NewCaseFields</name>
    <message>
        <source>제목</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>한 줄로: 무엇을 바라시나요?</source>
        <translation>In one line: what is asked for?</translation>
    </message>
    <message>
        <source>내용</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>주소</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>부서 이름이나 초성</source>
        <translation>Name or first consonants of a department</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>업무 이름이나 초성</source>
        <translation>Name or first consonants of a service</translation>
    </message>
    <message>
        <source>업무 (처리기간이 업무마다 다릅니다)</source>
        <translation>Service (each has its own period)</translation>
    </message>
    <message>
        <source>종류</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>받은 길</source>
        <translation>How it came</translation>
    </message>
    <message>
        <source>글을 쓴 사람</source>
        <translation>Who wrote it</translation>
    </message>
    <message>
        <source>맡을 부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>무슨 민원인지 숫자로 고르세요. 처리기간과 필요한 것이 정해집니다.</source>
        <translation>Choose the kind by its number: it sets the period and what is needed.</translation>
    </message>
    <message>
        <source>접수증을 드립니다</source>
        <translation>a receipt is given</translation>
    </message>
    <message>
        <source>접수증은 원하실 때</source>
        <translation>a receipt on request</translation>
    </message>
    <message>
        <source>글로 받습니다</source>
        <translation>in writing</translation>
    </message>
    <message>
        <source>답을 드려야 해서 이름과 주소가 필요합니다.</source>
        <translation>Name and address are needed, because an answer is owed.</translation>
    </message>
    <message>
        <source>이 종류는 이름 없이 받습니다. 개인정보를 묻지 않습니다.</source>
        <translation>This kind needs no name: no personal data are asked for.</translation>
    </message>
    <message>
        <source>처리기간 없음</source>
        <translation>no period</translation>
    </message>
    <message>
        <source>처리기간은 업무에 따라</source>
        <translation>the service sets the period</translation>
    </message>
</context>
<context>
    <name>NewCaseMore</name>
    <message>
        <source>받은 때</source>
        <translation>received</translation>
    </message>
    <message>
        <source>새올 번호</source>
        <translation>Saeol number</translation>
    </message>
    <message>
        <source>받은 때 (비우면 지금)</source>
        <translation>Received (empty: now)</translation>
    </message>
    <message>
        <source>새올 번호 (18자리)</source>
        <translation>Saeol number (18 digits)</translation>
    </message>
    <message>
        <source>지금 {count}자리</source>
        <translation>{count} digits so far</translation>
    </message>
</context>
<context>
    <name>NewCaseView</name>
    <message>
        <source>새 민원</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>더 적기  Ctrl+.</source>
        <translation>More  Ctrl+.</translation>
    </message>
    <message>
        <source>더 적기: 받은 때, 새올 번호</source>
        <translation>More: when received, Saeol number</translation>
    </message>
    <message>
        <source>접수   Ctrl+Enter</source>
        <translation>Receive   Ctrl+Enter</translation>
    </message>
    <message>
        <source>접수</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{number} 접수에 대한 민원</source>
        <translation>About visit {number}</translation>
    </message>
    <message>
        <source>쓰던 민원이 있습니다</source>
        <translation>Another case is being written</translation>
    </message>
    <message>
        <source>‘{title}’을(를) 아직 접수하지 않았습니다. 새로 쓰면 적으신 글이 없어집니다.</source>
        <translation>“{title}” has not been received yet. What you have written is lost if you begin anew.</translation>
    </message>
    <message>
        <source>제목 없음</source>
        <translation>no title</translation>
    </message>
    <message>
        <source>쓰던 것 계속 쓰기</source>
        <translation>Go on with it</translation>
    </message>
    <message>
        <source>버리고 새로 쓰기</source>
        <translation>Discard and begin anew</translation>
    </message>
    <message>
        <source>쓰던 민원을 버릴까요?</source>
        <translation>Throw this case away?</translation>
    </message>
    <message>
        <source>아직 접수하지 않았습니다. 버리면 적으신 글이 없어집니다.</source>
        <translation>It is not received yet. What you typed would be lost.</translation>
    </message>
    <message>
        <source>계속 쓰기</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>버리기</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>무슨 민원인지 먼저 고르세요: 1–9, 0.</source>
        <translation>Choose the kind first: 1–9, 0.</translation>
    </message>
    <message>
        <source>맡을 부서를 골라 주세요.</source>
        <translation>Please choose the department.</translation>
    </message>
    <message>
        <source>그런 부서가 없습니다. 목록에서 골라 주세요.</source>
        <translation>There is no such department. Please choose from the list.</translation>
    </message>
    <message>
        <source>받은 때를 ‘어제 16:30’이나 ‘11.20 9:05’처럼 적어 주세요.</source>
        <translation>Please write when it was received as “yesterday 16:30” or “11.20 9:05”.</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>저장  Enter</source>
        <translation>Save  Enter</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>취소  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>예</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>아니요</source>
        <translation>No</translation>
    </message>
    <message>
        <source>사무실 이름</source>
        <translation>Office name</translation>
    </message>
    <message>
        <source>설문 주소</source>
        <translation>Survey host</translation>
    </message>
    <message>
        <source>QR에 들어갑니다. 예: survey.hanbit.go.kr</source>
        <translation>Goes into the QR code. Example: survey.hanbit.go.kr</translation>
    </message>
    <message>
        <source>여는 시각</source>
        <translation>Opens</translation>
    </message>
    <message>
        <source>예: 09:00</source>
        <translation>Example: 09:00</translation>
    </message>
    <message>
        <source>닫는 시각</source>
        <translation>Closes</translation>
    </message>
    <message>
        <source>예: 18:00</source>
        <translation>Example: 18:00</translation>
    </message>
    <message>
        <source>하루를 닫는 시각</source>
        <translation>Day ends</translation>
    </message>
    <message>
        <source>열린 접수는 이때 ‘기록 없음’으로 닫힙니다.</source>
        <translation>Open visits are closed then as ‘not recorded’.</translation>
    </message>
    <message>
        <source>다음 접수 때 앞 방문 끝내기</source>
        <translation>The next visit finishes the one before</translation>
    </message>
    <message>
        <source>되돌리기 시간(초)</source>
        <translation>Seconds to undo</translation>
    </message>
    <message>
        <source>0 – 60</source>
        <translation>0 – 60</translation>
    </message>
    <message>
        <source>화면 잠금(분)</source>
        <translation>Screen lock (minutes)</translation>
    </message>
    <message>
        <source>1 – 60. 자판을 쓰지 않으면 잠깁니다.</source>
        <translation>1 – 60. Locks when no key is pressed.</translation>
    </message>
    <message>
        <source>접수증 응답 기한(일)</source>
        <translation>Days a slip can be answered</translation>
    </message>
    <message>
        <source>1 – 60</source>
        <translation>1 – 60</translation>
    </message>
    <message>
        <source>메모 보관(일)</source>
        <translation>Notes kept (days)</translation>
    </message>
    <message>
        <source>30 – 3650. 지나면 메모와 번호표를 지웁니다.</source>
        <translation>30 – 3650. Notes and queue numbers are erased then.</translation>
    </message>
    <message>
        <source>다른 창구 기록 보관(일)</source>
        <translation>Keep other counters’ visits (days)</translation>
    </message>
    <message>
        <source>1 – 3650. 더 오래된 날은 공유 쪽에서 읽습니다.</source>
        <translation>1 – 3650. Older days are read from the shared side.</translation>
    </message>
    <message>
        <source>민원 개인정보 보관(일)</source>
        <translation>Personal data of cases kept (days)</translation>
    </message>
    <message>
        <source>30 – 3650. 끝난 지 이만큼 지나면 이름·연락처·글을 지웁니다.</source>
        <translation>30 – 3650. So long after their end names, numbers and texts are erased.</translation>
    </message>
    <message>
        <source>첨부 파일 하나의 크기(MB)</source>
        <translation>Size of an attachment (MB)</translation>
    </message>
    <message>
        <source>1 – 20</source>
        <translation>1 – 20</translation>
    </message>
    <message>
        <source>민원 한 건의 첨부(MB)</source>
        <translation>Attachments of a case (MB)</translation>
    </message>
    <message>
        <source>1 – 100</source>
        <translation>1 – 100</translation>
    </message>
    <message>
        <source>상담 종료 예고(분)</source>
        <translation>Notice that a talk must end (min)</translation>
    </message>
    <message>
        <source>1 – 120. 폭언 등 기록의 시간입니다.</source>
        <translation>1 – 120. For notes of abuse.</translation>
    </message>
    <message>
        <source>상담을 끝낼 수 있는 때(분)</source>
        <translation>A talk may be ended after (min)</translation>
    </message>
    <message>
        <source>예고보다 뒤, 180까지</source>
        <translation>Later than the notice, up to 180</translation>
    </message>
    <message>
        <source>게시판 쪽지 살피기(근무일)</source>
        <translation>A card is looked at within (working days)</translation>
    </message>
    <message>
        <source>결재란</source>
        <translation>Approval boxes</translation>
    </message>
    <message>
        <source>1 – 5칸을 쉼표로 나누어 적습니다.</source>
        <translation>1 – 5 boxes, separated by commas.</translation>
    </message>
    <message>
        <source>사무실 설정을 저장했습니다.</source>
        <translation>The office’s settings were saved.</translation>
    </message>
</context>
<context>
    <name>OutcomeBox</name>
    <message>
        <source>결과에 대한 말</source>
        <translation>Words about the outcome</translation>
    </message>
    <message>
        <source>무엇으로 이어졌는지 한마디</source>
        <translation>A word about what it led to</translation>
    </message>
    <message>
        <source>다시 기다림으로</source>
        <translation>Back to waiting</translation>
    </message>
    <message>
        <source>다시 살핀 결과</source>
        <translation>What the second look came to</translation>
    </message>
</context>
<context>
    <name>OwnPasswordDialog</name>
    <message>
        <source>내 비밀번호 바꾸기</source>
        <translation>Change my password</translation>
    </message>
    <message>
        <source>지금 비밀번호를 한 번 더 확인하고 새 비밀번호를 정합니다.</source>
        <translation>Enter your present password once more and choose a new one.</translation>
    </message>
    <message>
        <source>지금 비밀번호</source>
        <translation>Present password</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>정하기   Enter</source>
        <translation>Set   Enter</translation>
    </message>
    <message>
        <source>정하기</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>그만두기   Esc</source>
        <translation>Leave   Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>새 비밀번호</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>새 비밀번호 한 번 더</source>
        <translation>New password once more</translation>
    </message>
    <message>
        <source>{minimum}자 이상</source>
        <translation>at least {minimum} characters</translation>
    </message>
</context>
<context>
    <name>PasswordPresenter</name>
    <message>
        <source>두 번 입력한 비밀번호가 서로 다릅니다. 바뀐 것은 없습니다. 다시 입력해 주세요.</source>
        <translation>The two passwords are not the same. Nothing was changed. Please enter them again.</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>비밀번호 초기화  Ctrl+R</source>
        <translation>Reset password  Ctrl+R</translation>
    </message>
    <message>
        <source>비밀번호 초기화</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>관리자 복구 코드 만들기…</source>
        <translation>Make a recovery code…</translation>
    </message>
    <message>
        <source>명패 인쇄…  Ctrl+P</source>
        <translation>Print name plate…  Ctrl+P</translation>
    </message>
    <message>
        <source>명패 인쇄</source>
        <translation>Print name plate</translation>
    </message>
    <message>
        <source>회수됨</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>임시 비밀번호</source>
        <translation>temporary password</translation>
    </message>
    <message>
        <source>쓰는 중</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>아이디</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>로마자와 숫자. 만든 뒤에는 바뀌지 않습니다.</source>
        <translation>Latin letters and digits. It never changes.</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>역할</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>복구 코드가 아직 없습니다. 만들어 금고에 두세요.</source>
        <translation>There is no recovery code yet. Make one and put it in a safe.</translation>
    </message>
    <message>
        <source>지금 쓰는 코드는 {day}에 만들었습니다.</source>
        <translation>The code in use was made on {day}.</translation>
    </message>
    <message>
        <source>새 계정</source>
        <translation>New account</translation>
    </message>
    <message>
        <source>저장하면 임시 비밀번호를 한 번 보여 드립니다.</source>
        <translation>A temporary password is shown once after saving.</translation>
    </message>
    <message>
        <source>{day}에 회수했습니다. 한 일의 기록은 그대로 있습니다.</source>
        <translation>Withdrawn on {day}. The records of what was done stay.</translation>
    </message>
    <message>
        <source>임시 비밀번호를 아직 바꾸지 않았습니다.</source>
        <translation>The temporary password has not been changed yet.</translation>
    </message>
    <message>
        <source>다시 쓰게 하기  Ctrl+D</source>
        <translation>Reinstate  Ctrl+D</translation>
    </message>
    <message>
        <source>권한 회수  Ctrl+D</source>
        <translation>Withdraw  Ctrl+D</translation>
    </message>
    <message>
        <source>{name} 계정을 만들었습니다.</source>
        <translation>The account of {name} was made.</translation>
    </message>
    <message>
        <source>{name} 계정을 고쳤습니다.</source>
        <translation>{name} was changed.</translation>
    </message>
    <message>
        <source>{name} 계정을 다시 쓰게 했습니다.</source>
        <translation>{name} was reinstated.</translation>
    </message>
    <message>
        <source>{name} 계정의 권한을 회수했습니다.</source>
        <translation>{name} was withdrawn.</translation>
    </message>
    <message>
        <source>{name}의 비밀번호를 초기화했습니다.</source>
        <translation>The password of {name} was reset.</translation>
    </message>
</context>
<context>
    <name>PeriodPicker</name>
    <message>
        <source>일</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>주</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>월</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>앞 기간</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>다음 기간</source>
        <translation>Next period</translation>
    </message>
    <message>
        <source>yyyy년 M월 d일 (ddd)</source>
        <translation>d MMM yyyy (ddd)</translation>
    </message>
    <message>
        <source>날짜</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>오늘로</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>PersonalData</name>
    <message>
        <source>주민등록번호</source>
        <translation>resident registration number</translation>
    </message>
    <message>
        <source>전화번호</source>
        <translation>telephone number</translation>
    </message>
    <message>
        <source>전자우편 주소</source>
        <translation>mail address</translation>
    </message>
    <message>
        <source>카드 번호</source>
        <translation>card number</translation>
    </message>
    <message>
        <source>여권 번호</source>
        <translation>passport number</translation>
    </message>
    <message>
        <source>운전면허 번호</source>
        <translation>driving licence number</translation>
    </message>
</context>
<context>
    <name>PraiseBar</name>
    <message>
        <source>읽기  Ctrl+T</source>
        <translation>Read  Ctrl+T</translation>
    </message>
    <message>
        <source>받은 칭찬 읽기</source>
        <translation>Read your praise</translation>
    </message>
    <message>
        <source>{name} 님께 온 칭찬 {count}건이 있습니다.</source>
        <translation>{name}, you have been praised: {count} to read.</translation>
    </message>
</context>
<context>
    <name>PraiseDialog</name>
    <message>
        <source>받은 칭찬</source>
        <translation>Your praise</translation>
    </message>
    <message>
        <source>고맙습니다   Enter</source>
        <translation>Thank you   Enter</translation>
    </message>
    <message>
        <source>고맙습니다</source>
        <translation>Thank you</translation>
    </message>
    <message>
        <source>나중에 읽기  Esc</source>
        <translation>Later  Esc</translation>
    </message>
    <message>
        <source>나중에 읽기</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>시민이 남긴 칭찬입니다</source>
        <translation>A citizen praised you</translation>
    </message>
    <message>
        <source>남은 칭찬 {count}건</source>
        <translation>{count} more</translation>
    </message>
</context>
<context>
    <name>PraisePrinting</name>
    <message>
        <source>칭찬 카드를 프린터로 보냈습니다</source>
        <translation>The praise card was sent to the printer</translation>
    </message>
</context>
<context>
    <name>PrecedentPanel</name>
    <message>
        <source>비슷한 선례</source>
        <translation>Similar precedents</translation>
    </message>
</context>
<context>
    <name>Precedents</name>
    <message>
        <source>물음</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>답</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>근거</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>선례</source>
        <translation>Precedents</translation>
    </message>
</context>
<context>
    <name>PrecedentsPage</name>
    <message>
        <source>선례가 아직 없습니다</source>
        <translation>No precedents yet</translation>
    </message>
    <message>
        <source>두 담당자가 같게 답해야 할 것을 Ctrl+N으로 적어 두세요. 답변을 쓸 때 비슷한 것이 옆에 나옵니다.</source>
        <translation>Note with Ctrl+N what two officers should answer alike. What is like it stands beside an answer being written.</translation>
    </message>
    <message>
        <source>무엇을 물었습니까</source>
        <translation>What was asked</translation>
    </message>
    <message>
        <source>이름·전화·주소는 적지 않습니다. 선례는 지우지 않고 오래 둡니다.</source>
        <translation>No names, phones or addresses: precedents are kept for good.</translation>
    </message>
    <message>
        <source>이렇게 답합니다</source>
        <translation>How we answer</translation>
    </message>
    <message>
        <source>근거</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>예: 도로교통법 제32조</source>
        <translation>E.g. Road Traffic Act, art. 32</translation>
    </message>
    <message>
        <source>소관 부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>새 선례</source>
        <translation>New precedent</translation>
    </message>
    <message>
        <source>선례</source>
        <translation>Precedent</translation>
    </message>
    <message>
        <source>이제 쓰지 않는 선례입니다. 답변을 쓸 때 나오지 않습니다.</source>
        <translation>No longer used: it is not shown beside answers.</translation>
    </message>
    <message>
        <source>정하지 않음</source>
        <translation>None</translation>
    </message>
    <message>
        <source>선례를 적어 두었습니다.</source>
        <translation>The precedent was written down.</translation>
    </message>
    <message>
        <source>선례를 고쳤습니다.</source>
        <translation>The precedent was changed.</translation>
    </message>
    <message>
        <source>선례를 이제 쓰지 않습니다.</source>
        <translation>The precedent is no longer used.</translation>
    </message>
    <message>
        <source>선례를 다시 씁니다.</source>
        <translation>The precedent is used again.</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>갈림 질문이 아직 없습니다</source>
        <translation>No deciding questions yet</translation>
    </message>
    <message>
        <source>비슷하게 들리는 업무를 가르는 질문을 Ctrl+N으로 만드세요. 예: ‘속도위반인가요, 주차위반인가요?’</source>
        <translation>Make a question with Ctrl+N that tells apart tasks that sound alike: “Was it speeding, or parking?”</translation>
    </message>
    <message>
        <source>질문</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>시민에게 그대로 묻는 짧은 말로 적습니다.</source>
        <translation>Short, as it is asked to the citizen.</translation>
    </message>
    <message>
        <source>새 갈림 질문</source>
        <translation>New deciding question</translation>
    </message>
    <message>
        <source>갈림 질문</source>
        <translation>Deciding question</translation>
    </message>
    <message>
        <source>고를 답을 둘 이상 적어 주세요. 바뀐 것은 없습니다.</source>
        <translation>Please give two choices or more. Nothing has changed.</translation>
    </message>
    <message>
        <source>갈림 질문을 넣었습니다.</source>
        <translation>Deciding question added.</translation>
    </message>
    <message>
        <source>갈림 질문을 고쳤습니다.</source>
        <translation>Deciding question changed.</translation>
    </message>
    <message>
        <source>갈림 질문을 이제 쓰지 않습니다.</source>
        <translation>The deciding question is not in use any more.</translation>
    </message>
    <message>
        <source>갈림 질문을 다시 씁니다.</source>
        <translation>The deciding question is in use again.</translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message>
        <source>그냥 감  Ctrl+G</source>
        <translation>Gone  Ctrl+G</translation>
    </message>
    <message>
        <source>그냥 감</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>넘기기  Ctrl+H</source>
        <translation>Hand over  Ctrl+H</translation>
    </message>
    <message>
        <source>넘기기</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>처리 시작</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>호출</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>대기 {count}명</source>
        <translation>{count} waiting</translation>
    </message>
    <message>
        <source>호출했습니다 · 오시면 F5</source>
        <translation>called · F5 when they are here</translation>
    </message>
    <message>
        <source>기다리는 분이 없습니다</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>다음 {number} {service} {minutes}</source>
        <translation>next {number} {service} {minutes}</translation>
    </message>
</context>
<context>
    <name>RarerActs</name>
    <message>
        <source>뗐습니다. 이제 따로 셉니다.</source>
        <translation>Taken out. It is counted by itself now.</translation>
    </message>
    <message>
        <source>고쳤습니다.</source>
        <translation>Put right.</translation>
    </message>
    <message>
        <source>감사담당관에게 넘어갑니다</source>
        <translation>It goes to the audit officer</translation>
    </message>
    <message>
        <source>둘 다 고충민원이라, 이으면 뒤에 온 것은 감사담당관이 처리하고 여기서는 내용을 볼 수 없습니다(시행령 제17조).</source>
        <translation>Both are grievances. Once they are linked, the audit officer handles the later one and its words cannot be seen here any more (decree, article 17).</translation>
    </message>
    <message>
        <source>그대로 두기</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>잇기</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>{number}과(와) 이었습니다.</source>
        <translation>Linked with {number}.</translation>
    </message>
    <message>
        <source>중점과제 ‘{title}’에서 뺐습니다.</source>
        <translation>Taken out of the improvement task “{title}”.</translation>
    </message>
    <message>
        <source>중점과제 ‘{title}’에 이었습니다.</source>
        <translation>Linked with the improvement task “{title}”.</translation>
    </message>
    <message>
        <source>개인정보를 지웠습니다. 번호와 종류, 처리한 날은 남았습니다.</source>
        <translation>The personal data are erased. Number, kind and dates are still there.</translation>
    </message>
</context>
<context>
    <name>ReReviews</name>
    <message>
        <source>다시 볼 날</source>
        <translation>Look again on</translation>
    </message>
    <message>
        <source>신청한 것</source>
        <translation>Applied for</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>재검토</source>
        <translation>Second looks</translation>
    </message>
    <message>
        <source>기다림</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>이번에는 됨</source>
        <translation>Granted now</translation>
    </message>
    <message>
        <source>다른 도움을 찾음</source>
        <translation>Other help found</translation>
    </message>
    <message>
        <source>그대로임</source>
        <translation>Upheld</translation>
    </message>
    <message>
        <source>연락이 안 됨</source>
        <translation>Not reached</translation>
    </message>
</context>
<context>
    <name>ReReviewsPage</name>
    <message>
        <source>끝난 것도</source>
        <translation>Also ended</translation>
    </message>
    <message>
        <source>다시 볼 분이 없습니다</source>
        <translation>Nobody to look at again</translation>
    </message>
    <message>
        <source>이번에는 탈락했지만 형편을 다시 살펴야 할 분을 Ctrl+N으로 적고 다시 볼 날을 정하세요.</source>
        <translation>Note whoever was rejected but deserves a second look with Ctrl+N, and set the day.</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>{n}일 지남</source>
        <translation>{n} days late</translation>
    </message>
    <message>
        <source>무엇을 신청했습니까</source>
        <translation>What was applied for</translation>
    </message>
    <message>
        <source>예: 기초생활보장 생계급여</source>
        <translation>E.g. basic livelihood benefit</translation>
    </message>
    <message>
        <source>왜 안 되었습니까</source>
        <translation>Why it was rejected</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>주민등록번호는 적지 않습니다.</source>
        <translation>Never a resident number.</translation>
    </message>
    <message>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>탈락한 날</source>
        <translation>Rejected on</translation>
    </message>
    <message>
        <source>예: 오늘, 11.20, 2026-11-20</source>
        <translation>E.g. today, 11.20, 2026-11-20</translation>
    </message>
    <message>
        <source>다시 볼 날</source>
        <translation>Look again on</translation>
    </message>
    <message>
        <source>예: +90, 2027-02-18</source>
        <translation>E.g. +90, 2027-02-18</translation>
    </message>
    <message>
        <source>새 재검토</source>
        <translation>New second look</translation>
    </message>
    <message>
        <source>재검토</source>
        <translation>Second look</translation>
    </message>
    <message>
        <source>날짜로 읽을 수 없습니다. 예: 오늘, +90, 11.30, 2026-11-30</source>
        <translation>This cannot be read as a day. E.g. today, +90, 11.30, 2026-11-30</translation>
    </message>
    <message>
        <source>다시 볼 분을 적어 두었습니다.</source>
        <translation>Noted for a second look.</translation>
    </message>
    <message>
        <source>재검토를 고쳤습니다.</source>
        <translation>The second look was changed.</translation>
    </message>
    <message>
        <source>적었습니다: {state}</source>
        <translation>Written down: {state}</translation>
    </message>
</context>
<context>
    <name>RealDeskDialog</name>
    <message>
        <source>다른 곳이었음</source>
        <translation>It was elsewhere</translation>
    </message>
    <message>
        <source>실제로 맞는 부서 찾기</source>
        <translation>Find the desk that was right</translation>
    </message>
    <message>
        <source>실제로 가셔야 했던 부서나 업무</source>
        <translation>The desk or task they really needed</translation>
    </message>
    <message>
        <source>적어 두기   Enter</source>
        <translation>Note it   Enter</translation>
    </message>
    <message>
        <source>적어 두기</source>
        <translation>Note it</translation>
    </message>
    <message>
        <source>어디인지 모름   Ctrl+Enter</source>
        <translation>Not known where   Ctrl+Enter</translation>
    </message>
    <message>
        <source>어디인지 모름</source>
        <translation>Not known where</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>어디로 가셔야 했습니까?</source>
        <translation>Where should they have gone?</translation>
    </message>
    <message>
        <source>까닭</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>‘{phrase}’</source>
        <translation>‘{phrase}’</translation>
    </message>
    <message>
        <source>{phrase} · 안내한 곳 {desk}</source>
        <translation>{phrase} · sent to {desk}</translation>
    </message>
    <message>
        <source>같은 말로 갈 수 있는 다른 곳 · ↓ 로 고르거나 위에 치세요</source>
        <translation>Where else the same words may lead · choose with ↓ or type above</translation>
    </message>
    <message>
        <source>맞는 부서를 찾지 못했습니다. 다른 말로 쳐 보거나 ↓ 로 고르세요.</source>
        <translation>No desk fits. Try other words, or choose with ↓.</translation>
    </message>
</context>
<context>
    <name>RecentChips</name>
    <message>
        <source>최근 사용한 직원 · Alt+숫자</source>
        <translation>Lately here · Alt+number</translation>
    </message>
</context>
<context>
    <name>ReceptionView</name>
    <message>
        <source>목록에서 한 분을 먼저 고르세요 · Ctrl+F</source>
        <translation>Choose somebody in the list first · Ctrl+F</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>관리자 복구</source>
        <translation>Recover administrator</translation>
    </message>
    <message>
        <source>금고에 둔 복구 코드로 관리자 비밀번호를 새로 정합니다. 쓴 코드는 없어지고 새 코드가 나옵니다.</source>
        <translation>The recovery code from the safe sets a new administrator password. The code is used up, and a new one appears.</translation>
    </message>
    <message>
        <source>관리자 아이디</source>
        <translation>Administrator login</translation>
    </message>
    <message>
        <source>복구 코드</source>
        <translation>Recovery code</translation>
    </message>
</context>
<context>
    <name>RelabelledDialog</name>
    <message>
        <source>번호가 바뀐 접수</source>
        <translation>Visits with other numbers</translation>
    </message>
    <message>
        <source>날짜</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>전 번호</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>새 번호</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>{name}({code})을(를) 공유에서 뺄까요?</source>
        <translation>Take {name} ({code}) out of sharing?</translation>
    </message>
    <message>
        <source>접수증이 유효한 마지막 날</source>
        <translation>Last day whose slips are valid</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>공유에서 빼기</source>
        <translation>Take out of sharing</translation>
    </message>
    <message>
        <source>그 PC는 더 이상 주고받지 못합니다. 이미 보낸 기록은 모두 남고, 그 PC의 기록도 그대로 있습니다. 다시 쓰려면 새로 초대해야 합니다.</source>
        <translation>That PC exchanges no more. All it has sent stays, and so do the records on that PC. To use it again it must be invited anew.</translation>
    </message>
    <message>
        <source>이날까지 이 창구에서 나간 접수증으로는 설문에 답할 수 있습니다. 그 뒤의 것은 받지 않습니다.</source>
        <translation>Slips this counter handed out until that day can be used for the survey. Later ones are not accepted.</translation>
    </message>
    <message>
        <source>마지막 연락 때 이 창구에는 보내지 않은 변경이 {count}개 있었습니다. 아직 있다면 그 PC에만 남습니다.</source>
        <translation>When last heard, this counter had changes not sent yet: {count}. Those still there remain on that PC only.</translation>
    </message>
</context>
<context>
    <name>ReportPrinting</name>
    <message>
        <source>보고서를 프린터로 보냈습니다</source>
        <translation>The report was sent to the printer</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>방금 접수</source>
        <translation>Just registered</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>지금 처리 중</source>
        <translation>Being served</translation>
    </message>
    <message>
        <source>처리 끝  F8</source>
        <translation>Done  F8</translation>
    </message>
    <message>
        <source>처리 끝</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>넘기기  Ctrl+H</source>
        <translation>Hand over  Ctrl+H</translation>
    </message>
    <message>
        <source>넘기기</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>접수하면 번호와 접수증 상태가 여기에 나옵니다</source>
        <translation>The number and the slip’s state will appear here</translation>
    </message>
    <message>
        <source>취소했습니다 · 번호는 그대로 남습니다</source>
        <translation>Cancelled · the number stays</translation>
    </message>
    <message>
        <source>접수증 없이 접수함</source>
        <translation>Registered without a slip</translation>
    </message>
    <message>
        <source>접수증 {state}</source>
        <translation>Slip: {state}</translation>
    </message>
    <message>
        <source>{text} · Ctrl+R로 다시 출력</source>
        <translation>{text} · Ctrl+R prints again</translation>
    </message>
    <message>
        <source>{text} · 설문 QR 없이(이 창구의 열쇠 확인 전)</source>
        <translation>{text} · without survey QR (this counter&apos;s key is not accepted yet)</translation>
    </message>
    <message>
        <source>되돌리기 {seconds}초</source>
        <translation>Undo {seconds} s</translation>
    </message>
</context>
<context>
    <name>ReviewBox</name>
    <message>
        <source>점검 적기  Ctrl+Enter</source>
        <translation>Write review  Ctrl+Enter</translation>
    </message>
    <message>
        <source>점검 적기</source>
        <translation>Write review</translation>
    </message>
    <message>
        <source>분기</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>지금 어떻습니까</source>
        <translation>How it stands</translation>
    </message>
    <message>
        <source>이번 분기에 본 것</source>
        <translation>What was seen this quarter</translation>
    </message>
    <message>
        <source>잰 값</source>
        <translation>Measured value</translation>
    </message>
    <message>
        <source>잰 값 (없으면 비움)</source>
        <translation>Measured value (empty if none)</translation>
    </message>
    <message>
        <source>분기 점검</source>
        <translation>Quarterly review</translation>
    </message>
    <message>
        <source>이 과제를 부른 말들</source>
        <translation>What asks for this task</translation>
    </message>
    <message>
        <source>{quarter} 점검이 아직 없습니다.</source>
        <translation>The review of {quarter} is still missing.</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>아직 없습니다. 카드나 민원에서 이어 붙입니다.</source>
        <translation>Nothing yet. Cards and cases are linked from where they are.</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>창구 직원</source>
        <translation>clerk</translation>
    </message>
    <message>
        <source>민원상담관</source>
        <translation>consultant</translation>
    </message>
    <message>
        <source>팀장</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>감사담당관</source>
        <translation>audit officer</translation>
    </message>
    <message>
        <source>관리자</source>
        <translation>administrator</translation>
    </message>
</context>
<context>
    <name>SealedAnswersPresenter</name>
    <message>
        <source>열 수 없는 답</source>
        <translation>cannot be opened</translation>
    </message>
</context>
<context>
    <name>SealedAnswersView</name>
    <message>
        <source>열기   Enter</source>
        <translation>Open   Enter</translation>
    </message>
    <message>
        <source>열기</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>봉인된 답</source>
        <translation>Sealed answers</translation>
    </message>
    <message>
        <source>청렴</source>
        <translation>Integrity</translation>
    </message>
    <message>
        <source>받은 날</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>겪은 일</source>
        <translation>Experienced</translation>
    </message>
    <message>
        <source>적은 글</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>봉인된 답 열기</source>
        <translation>Open the sealed answers</translation>
    </message>
    <message>
        <source>열쇠 암호</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>금품·청탁에 관한 시민의 답입니다. 열 때마다 기록이 남고, 이 화면을 나가면 다시 잠깁니다.</source>
        <translation>What citizens say about money and favours. Every look is logged, and leaving this screen locks it again.</translation>
    </message>
    <message>
        <source>겪은 일이 있는 답만</source>
        <translation>Only answers that report something</translation>
    </message>
    <message>
        <source>다시 잠그기  Esc</source>
        <translation>Lock again  Esc</translation>
    </message>
    <message>
        <source>다시 잠그기</source>
        <translation>Lock again</translation>
    </message>
    <message>
        <source>고른 답의 글 전체</source>
        <translation>The whole text of the selected answer</translation>
    </message>
    <message>
        <source>{shown}건 · 모두 {total}건</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <source>보여 줄 답이 없습니다</source>
        <translation>Nothing to show</translation>
    </message>
    <message>
        <source>겪은 일이 있다고 답한 사람이 아직 없습니다.</source>
        <translation>Nobody has reported anything yet.</translation>
    </message>
    <message>
        <source>여는 중…</source>
        <translation>Opening…</translation>
    </message>
</context>
<context>
    <name>SecretPrinting</name>
    <message>
        <source>프린터로 보냈습니다. 종이를 확인해 주세요.</source>
        <translation>Sent to the printer. Please check the paper.</translation>
    </message>
    <message>
        <source>저장했습니다. 인쇄한 뒤에는 파일을 지워 주세요.</source>
        <translation>Saved. Please delete the file once it is printed.</translation>
    </message>
</context>
<context>
    <name>ServiceChoiceDialog</name>
    <message>
        <source>무엇으로 접수할까요?</source>
        <translation>Register them for what?</translation>
    </message>
    <message>
        <source>접수할 업무 찾기</source>
        <translation>Find the service to register</translation>
    </message>
    <message>
        <source>접수할 업무</source>
        <translation>Service to register</translation>
    </message>
    <message>
        <source>접수할 업무 목록</source>
        <translation>Services to register</translation>
    </message>
    <message>
        <source>알리기   Enter</source>
        <translation>Announce   Enter</translation>
    </message>
    <message>
        <source>알리기</source>
        <translation>Announce</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{desk}에는 정해진 접수 업무가 없습니다. 하나를 고르면 그 대기 목록에 오릅니다.</source>
        <translation>{desk} registers no service of its own. Choose one, and they join its waiting list.</translation>
    </message>
</context>
<context>
    <name>ServiceTiles</name>
    <message>
        <source>맞는 업무</source>
        <translation>Matching services</translation>
    </message>
    <message>
        <source>맞는 업무가 없습니다</source>
        <translation>No service fits</translation>
    </message>
    <message>
        <source>다른 이름이나 초성으로 찾아보세요 · Esc 지우기</source>
        <translation>Try another name or its initials · Esc clears</translation>
    </message>
</context>
<context>
    <name>ServicesInput</name>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>더할 업무를 먼저 고르고 +를 누르세요.</source>
        <translation>Choose the service to add first, then press +.</translation>
    </message>
    <message>
        <source>이미 담은 업무입니다. 다른 업무를 고르거나 Enter를 누르세요.</source>
        <translation>This service is added already. Choose another one or press Enter.</translation>
    </message>
    <message>
        <source>한 번에 {limit}가지까지 접수합니다. Enter를 누르면 지금 고른 업무까지 접수합니다.</source>
        <translation>One visit can have up to {limit} services. Enter registers these, the one chosen now included.</translation>
    </message>
    <message>
        <source>다음 업무 · Enter 접수</source>
        <translation>Next service · Enter registers</translation>
    </message>
    <message>
        <source>예: 4, 여권, ㅇㄱ</source>
        <translation>e.g. 4, passport</translation>
    </message>
    <message>
        <source>{name} 빼기</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>담은 업무: {names}</source>
        <translation>Added: {names}</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>그만 씀</source>
        <translation>retired</translation>
    </message>
    <message>
        <source>쓰는 중</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>위로  Alt+↑</source>
        <translation>Up  Alt+↑</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로  Alt+↓</source>
        <translation>Down  Alt+↓</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>없음</source>
        <translation>None</translation>
    </message>
    <message>
        <source>업무 이름</source>
        <translation>Service name</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>선택 키</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>찾는 말</source>
        <translation>Search words</translation>
    </message>
    <message>
        <source>다른 이름을 빈칸으로 나누어 적습니다.</source>
        <translation>Other names, separated by spaces.</translation>
    </message>
    <message>
        <source>업무 분야</source>
        <translation>Service area</translation>
    </message>
    <message>
        <source>설문 답에 업무 대신 남습니다.</source>
        <translation>Stored instead of the service.</translation>
    </message>
    <message>
        <source>처리기간</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>now 즉시, 3h 시간, 7d 일, 2w 주, 1m 월. 비우면 정하지 않음.</source>
        <translation>now at once, 3h hours, 7d days, 2w weeks, 1m months. Empty: not set.</translation>
    </message>
    <message>
        <source>코드</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>새 업무</source>
        <translation>New service</translation>
    </message>
    <message>
        <source>{name} 업무를 넣었습니다.</source>
        <translation>{name} was added.</translation>
    </message>
    <message>
        <source>{name} 업무를 고쳤습니다.</source>
        <translation>{name} was changed.</translation>
    </message>
    <message>
        <source>{name} 업무를 다시 받습니다.</source>
        <translation>{name} is offered again.</translation>
    </message>
    <message>
        <source>{name} 업무를 이제 받지 않습니다.</source>
        <translation>{name} is no longer offered.</translation>
    </message>
    <message>
        <source>{name} 업무의 자리를 옮겼습니다.</source>
        <translation>{name} was moved.</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>접수</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>사람</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>창구</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>사무실 설정</source>
        <translation>Office settings</translation>
    </message>
    <message>
        <source>업무 안내</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>갈림 질문</source>
        <translation>Deciding question</translation>
    </message>
    <message>
        <source>생애 사건</source>
        <translation>Life event</translation>
    </message>
    <message>
        <source>배운 말</source>
        <translation>Learned phrase</translation>
    </message>
    <message>
        <source>안내</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>쉬는 날</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>기록</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>함께 온 업무</source>
        <translation>Further services</translation>
    </message>
    <message>
        <source>방문자</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>접수증 받지 않음</source>
        <translation>No slip wanted</translation>
    </message>
    <message>
        <source>쓰지 않기 시작한 때</source>
        <translation>Retired since</translation>
    </message>
    <message>
        <source>차례</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>번호</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>업무 분야 번호</source>
        <translation>Area number</translation>
    </message>
    <message>
        <source>비밀번호를 새로 정해야 함</source>
        <translation>Must choose a password</translation>
    </message>
    <message>
        <source>열쇠 기한</source>
        <translation>Key valid until</translation>
    </message>
    <message>
        <source>쓰는 중</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>안내 결과</source>
        <translation>What became of it</translation>
    </message>
    <message>
        <source>(비어 있음)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>예</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>아니요</source>
        <translation>No</translation>
    </message>
    <message>
        <source>코드</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>보는 부서</source>
        <translation>Sees</translation>
    </message>
    <message>
        <source>버전</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>마지막 연락</source>
        <translation>Last heard</translation>
    </message>
    <message>
        <source>보낼 것</source>
        <translation>Unsent</translation>
    </message>
    <message>
        <source>두 값</source>
        <translation>Two values</translation>
    </message>
    <message>
        <source>시계</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>{day}에 뺌</source>
        <translation>Taken out on {day}</translation>
    </message>
    <message>
        <source>초대 기한 지남 ({until})</source>
        <translation>Invitation expired ({until})</translation>
    </message>
    <message>
        <source>초대함 · {until}까지</source>
        <translation>Invited until {until}</translation>
    </message>
    <message>
        <source>아직 연락 없음</source>
        <translation>Not heard yet</translation>
    </message>
    <message>
        <source>{days}일째 연락 없음</source>
        <translation>Not heard for {days} days</translation>
    </message>
    <message>
        <source>이 PC</source>
        <translation>This PC</translation>
    </message>
    <message>
        <source>공유 중</source>
        <translation>Sharing</translation>
    </message>
    <message>
        <source>모든 부서</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>부서 {count}곳</source>
        <translation>{count} departments</translation>
    </message>
    <message>
        <source>두 값 {count}건</source>
        <translation>two values: {count}</translation>
    </message>
    <message>
        <source>시계 확인</source>
        <translation>check the clock</translation>
    </message>
    <message>
        <source>{count}건 보관 중</source>
        <translation>{count} kept here</translation>
    </message>
    <message>
        <source>{since}부터 끊김</source>
        <translation>Offline since {since}</translation>
    </message>
    <message>
        <source>{since}부터 공유 멈춤</source>
        <translation>Sharing stopped at {since}</translation>
    </message>
    <message>
        <source>공유 서버의 응답을 기다리는 중</source>
        <translation>Waiting for the shared side</translation>
    </message>
    <message>
        <source>공유 서버가 받지 않은 기록 {count}건</source>
        <translation>Not accepted by the shared side: {count}</translation>
    </message>
    <message>
        <source>보내지 않은 기록 {count}건</source>
        <translation>Not sent yet: {count}</translation>
    </message>
    <message>
        <source>아직 주고받지 않음</source>
        <translation>Nothing exchanged yet</translation>
    </message>
    <message>
        <source>공유된 기록을 받는 중</source>
        <translation>Receiving shared records</translation>
    </message>
    <message>
        <source>공유됨 · 모두 보냄</source>
        <translation>In step · all sent</translation>
    </message>
    <message>
        <source>맞음</source>
        <translation>right</translation>
    </message>
    <message>
        <source>{count}분</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count}시간</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count}일</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>{length} 늦음</source>
        <translation>{length} behind</translation>
    </message>
    <message>
        <source>{length} 빠름</source>
        <translation>{length} ahead</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>이 사무실은 이 PC에서만 씁니다</source>
        <translation>This office is on this PC alone</translation>
    </message>
    <message>
        <source>공유를 시작하면 여러 창구가 같은 접수, 업무, 부서, 사람을 봅니다. 각 창구는 네트워크가 끊겨도 혼자 계속 일하고, 다시 연결되면 저절로 맞춰집니다.</source>
        <translation>Once shared, all counters see the same visits, services, departments and people. Each goes on working when the network is cut, and catches up by itself.</translation>
    </message>
    <message>
        <source>공유 시작…  Ctrl+N</source>
        <translation>Begin sharing…  Ctrl+N</translation>
    </message>
    <message>
        <source>공유 시작</source>
        <translation>Begin sharing</translation>
    </message>
    <message>
        <source>창구 PC 초대  Ctrl+N</source>
        <translation>Invite a counter PC  Ctrl+N</translation>
    </message>
    <message>
        <source>창구 PC 초대</source>
        <translation>Invite a counter PC</translation>
    </message>
    <message>
        <source>다시 읽기  Ctrl+R</source>
        <translation>Read again  Ctrl+R</translation>
    </message>
    <message>
        <source>다시 읽기</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>접속 정보 바꾸기…</source>
        <translation>Change the connection…</translation>
    </message>
    <message>
        <source>창구 빼기  Ctrl+D</source>
        <translation>Take out  Ctrl+D</translation>
    </message>
    <message>
        <source>창구 빼기</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>백업 만들기…</source>
        <translation>Make a backup…</translation>
    </message>
    <message>
        <source>백업에서 되살리려면</source>
        <translation>How to restore a backup</translation>
    </message>
    <message>
        <source>공유하는 창구</source>
        <translation>Counters that share</translation>
    </message>
    <message>
        <source>백업을 둘 곳</source>
        <translation>Where the backup goes</translation>
    </message>
    <message>
        <source>초대 취소  Ctrl+D</source>
        <translation>Withdraw invitation  Ctrl+D</translation>
    </message>
    <message>
        <source>초대 취소</source>
        <translation>Withdraw invitation</translation>
    </message>
    <message>
        <source>백업에서 되살리기</source>
        <translation>Restoring from a backup</translation>
    </message>
    <message>
        <source>백업은 빈 폴더에만 되살립니다. 지금 자료는 건드리지 않습니다.
1. 이 PC의 민원데스크를 닫습니다.
2. 지금 자료 폴더의 이름을 바꾸어 남겨 둡니다: {home}
3. 명령 창에서: minwon --home &quot;{home}&quot; restore 백업파일
4. 다시 엽니다. 공유하던 PC이면 처음 연결될 때 새 창구 코드를 받고, 빠진 기록을 공유 서버에서 받습니다.</source>
        <translation>A backup is restored into an empty folder only; the data of now are not touched.
1. Close Minwon Desk on this PC.
2. Keep the data folder of now under another name: {home}
3. In a command window: minwon --home &quot;{home}&quot; restore BACKUP
4. Open it again. A PC that shared gets a new counter code at its first exchange, and what is missing comes from the shared side.</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>파일로 공유합니다. 창구 10곳쯤까지 최선을 다하지만 보장하지 못합니다. 더 많으면 서버로 옮기세요.</source>
        <translation>Shared through a file: best effort for about 10 counters, without a promise. With more, move to a server.</translation>
    </message>
</context>
<context>
    <name>SharingPresenter</name>
    <message>
        <source>초대를 취소했습니다. 그 코드로는 이제 등록할 수 없습니다.</source>
        <translation>The invitation is withdrawn. Its code registers nobody any more.</translation>
    </message>
    <message>
        <source>{name}을(를) 공유에서 뺐습니다.</source>
        <translation>{name} is taken out of sharing.</translation>
    </message>
    <message>
        <source>백업을 만들었습니다: {path}. 열쇠가 들어 있으니 관리자만 여는 곳에 두세요.</source>
        <translation>Backup made: {path}. It holds keys: keep it where only the administrator can open it.</translation>
    </message>
</context>
<context>
    <name>ShownOnceDialog</name>
    <message>
        <source>복사  Ctrl+C</source>
        <translation>Copy  Ctrl+C</translation>
    </message>
    <message>
        <source>복사</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>인쇄  Ctrl+P</source>
        <translation>Print  Ctrl+P</translation>
    </message>
    <message>
        <source>인쇄</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>적어 두었습니다</source>
        <translation>I wrote it down</translation>
    </message>
    <message>
        <source>복사했습니다. 붙여 넣은 뒤에는 클립보드를 비워 주세요.</source>
        <translation>Copied. Please empty the clipboard once you have pasted it.</translation>
    </message>
</context>
<context>
    <name>SideForm</name>
    <message>
        <source>저장  Enter</source>
        <translation>Save  Enter</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>취소  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>SignInPresenter</name>
    <message>
        <source>아이디와 비밀번호를 모두 입력해 주세요.</source>
        <translation>Please type both login and password.</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>로그인   Enter</source>
        <translation>Sign in   Enter</translation>
    </message>
    <message>
        <source>로그인</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>관리자 복구</source>
        <translation>Recover administrator</translation>
    </message>
    <message>
        <source>민원데스크</source>
        <translation>Minwon Desk</translation>
    </message>
    <message>
        <source>오늘도 한 분 한 분, 정확하고 친절하게</source>
        <translation>Every visitor: the right place, kindly</translation>
    </message>
    <message>
        <source>아이디</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>비밀번호</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>새 복구 코드</source>
        <translation>New recovery code</translation>
    </message>
    <message>
        <source>쓴 코드는 없어졌습니다. 이 코드를 적어 금고의 종이와 바꾸어 두세요. 지금 한 번만 보여 드립니다.</source>
        <translation>The code you used is gone. Write this one down and put it in the safe in its place. It is shown only this once.</translation>
    </message>
    <message>
        <source>확인하는 중…</source>
        <translation>Checking…</translation>
    </message>
</context>
<context>
    <name>SimilarList</name>
    <message>
        <source>전에 온 비슷한 민원</source>
        <translation>Earlier cases like this</translation>
    </message>
    <message>
        <source>같은 민원으로 잇기  F5</source>
        <translation>Same matter: link  F5</translation>
    </message>
    <message>
        <source>같은 민원으로 잇기</source>
        <translation>Same matter: link</translation>
    </message>
    <message>
        <source>{number}과(와) 같은 내용으로 잇습니다. 횟수를 함께 셉니다.</source>
        <translation>Linked with {number}: the same matter, counted together.</translation>
    </message>
    <message>
        <source>잇지 않기  F5</source>
        <translation>Do not link  F5</translation>
    </message>
    <message>
        <source>제목이나 이름을 적으면 여기에 나옵니다.</source>
        <translation>They appear here as you type.</translation>
    </message>
    <message>
        <source>같은 내용이면 이어 주세요. 두 번째 고충민원은 감사담당관에게 갑니다.</source>
        <translation>Link it if it is the same matter. A second grievance goes to the audit officer.</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>민원데스크를 시작할 수 없습니다</source>
        <translation>Minwon Desk cannot start</translation>
    </message>
    <message>
        <source>끝내기</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>설정 파일을 읽을 수 없습니다</source>
        <translation>The settings file cannot be read</translation>
    </message>
    <message>
        <source>기본 설정으로 시작</source>
        <translation>Start with defaults</translation>
    </message>
    <message>
        <source>다른 PC에서 쓰는 사무실의 창구로 등록하려면 관리자에게 초대 코드를 받으세요.</source>
        <translation>To make it a counter of an office on other PCs, ask the administrator for an invitation code.</translation>
    </message>
    <message>
        <source>이 PC에는 아직 자료가 없습니다</source>
        <translation>This PC holds no data yet</translation>
    </message>
    <message>
        <source>초대 코드로 창구 등록…</source>
        <translation>Register as a counter with an invitation code…</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>예: 할머니 장례 치렀어요 · 여권 만들러 왔는데 · 담배연기 신고 · ㅈㅊㄷㅅ · durnjs · 민원여권과 · 4101 · where can I register my dog</source>
        <translation>E.g. my grandmother passed away · I need a passport · smoke from next door · durnjs · 4101 · where can I register my dog</translation>
    </message>
    <message>
        <source>살면서 생기는 일 · 할 일을 차례로</source>
        <translation>Life events · what to do, in order</translation>
    </message>
    <message>
        <source>찾을 준비를 하고 있습니다</source>
        <translation>Getting ready to find</translation>
    </message>
    <message>
        <source>지금 치시는 말은 준비되는 대로 바로 찾습니다.</source>
        <translation>What you type now is looked up as soon as it is ready.</translation>
    </message>
    <message>
        <source>업무 안내 자료가 아직 없습니다</source>
        <translation>There is no directory yet</translation>
    </message>
    <message>
        <source>관리자가 ‘관리’ 화면에서 업무 안내 파일을 가져오면 바로 찾을 수 있습니다.</source>
        <translation>Once the administrator imports a directory on the Administration screen, you can find at once.</translation>
    </message>
    <message>
        <source>하신 말씀을 들은 그대로 치세요</source>
        <translation>Type what they say as you hear it</translation>
    </message>
    <message>
        <source>사투리, 줄임말, 틀린 글자, 초성, 부서 이름, 전화번호 모두 됩니다.</source>
        <translation>Dialect, short forms, typos, first consonants, names of departments and phone numbers all work.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>F1 단축키·안내</source>
        <translation>F1 Keys and guide</translation>
    </message>
    <message>
        <source>  ·  PC 시계 확인 필요</source>
        <translation>  ·  Check the PC’s clock</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>넘기는 까닭</source>
        <translation>Why it is transferred</translation>
    </message>
    <message>
        <source>어느 기관으로, 왜</source>
        <translation>To which authority, and why</translation>
    </message>
    <message>
        <source>민원인께 알립니다. 여기서는 끝납니다.</source>
        <translation>The citizen is told. It ends here.</translation>
    </message>
    <message>
        <source>무엇을 보완해야 하나요</source>
        <translation>What is to be supplemented</translation>
    </message>
    <message>
        <source>언제까지</source>
        <translation>Until when</translation>
    </message>
    <message>
        <source>보내는 날부터 도착하는 날까지 처리기간에 넣지 않습니다.</source>
        <translation>The days from sending to arrival are not counted.</translation>
    </message>
    <message>
        <source>민원인이 말한 까닭</source>
        <translation>The citizen’s reason</translation>
    </message>
    <message>
        <source>무엇이 왔나요 (선택)</source>
        <translation>What came (optional)</translation>
    </message>
    <message>
        <source>무엇을 조사하나요</source>
        <translation>What is surveyed</translation>
    </message>
    <message>
        <source>언제까지 (14일 안)</source>
        <translation>Until when (14 days at most)</translation>
    </message>
    <message>
        <source>조사한 결과 (선택)</source>
        <translation>What was found (optional)</translation>
    </message>
    <message>
        <source>늘리는 까닭</source>
        <translation>Why it is extended</translation>
    </message>
    <message>
        <source>답변</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>무엇을 알렸나요</source>
        <translation>What was told</translation>
    </message>
    <message>
        <source>부서에 할 말 (선택)</source>
        <translation>To the department (optional)</translation>
    </message>
    <message>
        <source>덧붙일 말 (선택)</source>
        <translation>To be added (optional)</translation>
    </message>
    <message>
        <source>반려하는 까닭</source>
        <translation>Why it is returned</translation>
    </message>
    <message>
        <source>종결하는 까닭</source>
        <translation>Why it is closed</translation>
    </message>
    <message>
        <source>취하한 까닭 (선택)</source>
        <translation>Why it was withdrawn (optional)</translation>
    </message>
    <message>
        <source>무엇에 이의가 있나요</source>
        <translation>What is objected to</translation>
    </message>
    <message>
        <source>메모</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>실제로 한 날을 적습니다. 처음 적은 날도 그대로 남습니다.</source>
        <translation>The day it was really done. The day noted first stays, too.</translation>
    </message>
    <message>
        <source>되돌리는 까닭 (선택)</source>
        <translation>Why it is undone (optional)</translation>
    </message>
    <message>
        <source>기록은 지워지지 않고 줄을 그어 남깁니다.</source>
        <translation>Nothing is erased: it stays, crossed out.</translation>
    </message>
    <message>
        <source>내용</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>이 처분에 이의가 있으면 통지를 받은 날부터 60일 안에 이의신청을, 90일 안에 행정심판을 낼 수 있습니다.</source>
        <translation>You may object within 60 days of this notice, or file an administrative appeal within 90.</translation>
    </message>
    <message>
        <source>이 결과에 다른 의견이 있으면 고충민원이나 행정심판을 낼 수 있는지 담당 부서에 물어보실 수 있습니다.</source>
        <translation>If you do not agree with this result, you can ask the department whether a grievance or an administrative appeal is possible.</translation>
    </message>
    <message>
        <source>받을 부서</source>
        <translation>To which department</translation>
    </message>
    <message>
        <source>부서 이름이나 초성</source>
        <translation>Name or first consonants of a department</translation>
    </message>
    <message>
        <source>이송 시계</source>
        <translation>Transfer clock</translation>
    </message>
    <message>
        <source>어떻게 되었나요</source>
        <translation>How it came out</translation>
    </message>
    <message>
        <source>한 날</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>어느 단계</source>
        <translation>Which step</translation>
    </message>
    <message>
        <source>얼마나</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>7d(일), 2w(주), 1m(달), 3h(시간)</source>
        <translation>7d (days), 2w (weeks), 1m (months), 3h (hours)</translation>
    </message>
    <message>
        <source>얼마나 (7d는 7일, 1m은 한 달)</source>
        <translation>How long (7d is 7 days, 1m a month)</translation>
    </message>
    <message>
        <source>두 번째 연장입니다. 민원인의 동의를 받았습니다.</source>
        <translation>Second extension: the citizen has agreed.</translation>
    </message>
    <message>
        <source>불복 방법</source>
        <translation>Remedy</translation>
    </message>
    <message>
        <source>불복 방법 (거부할 때는 꼭 알립니다)</source>
        <translation>Remedy (always told with a refusal)</translation>
    </message>
    <message>
        <source>저장  Ctrl+Enter</source>
        <translation>Save  Ctrl+Enter</translation>
    </message>
    <message>
        <source>저장  Enter</source>
        <translation>Save  Enter</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>선례로 남기기  Ctrl+R</source>
        <translation>Keep  Ctrl+R</translation>
    </message>
    <message>
        <source>선례로 남기기</source>
        <translation>Keep as a precedent</translation>
    </message>
    <message>
        <source>날짜를 11.30이나 2026-11-30처럼 적어 주세요. 저장하지 않았습니다.</source>
        <translation>Please write the day as 11.30 or 2026-11-30. Nothing was saved.</translation>
    </message>
    <message>
        <source>다른 부서 · 3근무시간</source>
        <translation>Other department · 3 h</translation>
    </message>
    <message>
        <source>처리할 부서 · 1근무시간</source>
        <translation>Handling department · 1 h</translation>
    </message>
</context>
<context>
    <name>SyncIndicator</name>
    <message>
        <source>공유 상태: {words}</source>
        <translation>Sharing: {words}</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>공유 상태</source>
        <translation>Sharing</translation>
    </message>
    <message>
        <source>끊겨 있어도 접수, 출력, 현황은 모두 그대로 됩니다. 보내지 않은 기록은 이 PC에 있고 다시 연결되면 저절로 보냅니다. 잃는 것은 없습니다.</source>
        <translation>Offline too, registering, printing and figures work as always. What is not sent is on this PC and goes by itself once connected. Nothing is lost.</translation>
    </message>
    <message>
        <source>지금 다시 시도</source>
        <translation>Try again now</translation>
    </message>
    <message>
        <source>두 값 정하기</source>
        <translation>Settle two values</translation>
    </message>
    <message>
        <source>번호가 바뀐 접수</source>
        <translation>Visits with other numbers</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>공유하는 곳</source>
        <translation>Shared at</translation>
    </message>
    <message>
        <source>마지막으로 주고받은 때</source>
        <translation>Last exchange</translation>
    </message>
    <message>
        <source>보내지 않은 기록</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>받지 않은 기록</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>값이 둘인 항목</source>
        <translation>Fields with two values</translation>
    </message>
    <message>
        <source>이 PC의 시계</source>
        <translation>This PC&apos;s clock</translation>
    </message>
    <message>
        <source>접수증의 QR</source>
        <translation>QR on slips</translation>
    </message>
    <message>
        <source>다시 시도하는 중…</source>
        <translation>Trying again…</translation>
    </message>
    <message>
        <source>아직 없음</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>{count}건 (변경 {changes}개)</source>
        <translation>{count} (changes: {changes})</translation>
    </message>
    <message>
        <source>없음</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{count}건. 한 번 눌러 정합니다.</source>
        <translation>{count}. One click settles each.</translation>
    </message>
    <message>
        <source>공유 서버보다 {length}. 관리자에게 맞춰 달라고 하세요.</source>
        <translation>Compared with the shared side: {length}. Ask the administrator to set it.</translation>
    </message>
    <message>
        <source>공유 쪽이 이 창구의 열쇠를 받을 때까지 찍지 않습니다.</source>
        <translation>Not printed until the shared side accepts this counter&apos;s key.</translation>
    </message>
    <message>
        <source>두 값 정하기 ({count})</source>
        <translation>Settle two values ({count})</translation>
    </message>
    <message>
        <source>접수와 출력은 이 PC에서 그대로 됩니다. 보내지 않은 기록은 이 PC에만 있고 다른 창구로 가지 않으니, 이 PC를 지우지 말고 관리자에게 알려 주세요.</source>
        <translation>Registering and printing go on as always on this PC. What is not sent lies on this PC alone and does not reach other counters: please do not erase this PC, and tell the administrator.</translation>
    </message>
    <message>
        <source>{at}에 다시 시도했지만 아직 연결되지 않았습니다. 저절로 계속 시도합니다.</source>
        <translation>Tried again at {at}: there is no connection yet. It goes on trying by itself.</translation>
    </message>
    <message>
        <source>{count}건. 이 PC에는 그대로 있습니다. 관리자에게 알려 주세요.</source>
        <translation>{count}. They are still on this PC. Tell the administrator.</translation>
    </message>
</context>
<context>
    <name>TaskCard</name>
    <message>
        <source>이 민원이 어느 과제의 까닭인지 남깁니다. 과제에는 민원 번호만 보입니다.</source>
        <translation>The task remembers that this case asked for it. It shows the case&apos;s number only.</translation>
    </message>
    <message>
        <source>잇기  Enter</source>
        <translation>Link  Enter</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>과제</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>이어짐</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>진행 중인 중점과제</source>
        <translation>Running improvement tasks</translation>
    </message>
    <message>
        <source>진행 중인 중점과제가 없습니다. Alt+4에서 먼저 만들어 주세요.</source>
        <translation>No improvement task is running. Please make one first with Alt+4.</translation>
    </message>
    <message>
        <source>과제에서 빼기  Enter</source>
        <translation>Take it out  Enter</translation>
    </message>
</context>
<context>
    <name>TaskField</name>
    <message>
        <source>업무를 몇 글자 적어 고르세요</source>
        <translation>Type a few letters of a task</translation>
    </message>
</context>
<context>
    <name>TaskRows</name>
    <message>
        <source>Alt+↑↓ 옮기기 · Alt+Delete 빼기</source>
        <translation>Alt+↑↓ move · Alt+Delete remove</translation>
    </message>
    <message>
        <source>업무를 목록에서 골라 주세요.</source>
        <translation>Please pick a task from the list.</translation>
    </message>
    <message>
        <source>말을 적어 주세요.</source>
        <translation>Please type the words.</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>빼기</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>업무 안내가 아직 없습니다</source>
        <translation>No directory yet</translation>
    </message>
    <message>
        <source>‘가져오기’에서 파일로 넣거나 Ctrl+N으로 하나씩 만드세요.</source>
        <translation>Import it from a file, or make tasks one by one with Ctrl+N.</translation>
    </message>
    <message>
        <source>이 건물에 없는 곳이면 ‘{outside}’이라고 적습니다.</source>
        <translation>For what is not in this building: {outside}</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>팀</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>국·소</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>위치</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>예: 본관 1층 102호</source>
        <translation>For example: Main building, 1F, Room 102</translation>
    </message>
    <message>
        <source>전화</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>찾는 말</source>
        <translation>Search words</translation>
    </message>
    <message>
        <source>다른 이름을 빈칸이나 쉼표로 나누어 적습니다.</source>
        <translation>Other names, with spaces or commas between.</translation>
    </message>
    <message>
        <source>일상에서 쓰는 말</source>
        <translation>Everyday words</translation>
    </message>
    <message>
        <source>시민이 하는 말 그대로, 쉼표로 나누어 적습니다.</source>
        <translation>As citizens say it, with commas between.</translation>
    </message>
    <message>
        <source>필요 서류</source>
        <translation>Papers needed</translation>
    </message>
    <message>
        <source>한 줄에 하나. 안내문에 찍힙니다.</source>
        <translation>One a line. Printed on the guidance slip.</translation>
    </message>
    <message>
        <source>찾아가는 길</source>
        <translation>The way there</translation>
    </message>
    <message>
        <source>예: 정문에서 오른쪽 승강기를 타고 5층</source>
        <translation>For example: lift on the right of the main door, 5F</translation>
    </message>
    <message>
        <source>새 업무 안내</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>{name} 안내를 넣었습니다.</source>
        <translation>{name} added.</translation>
    </message>
    <message>
        <source>{name} 안내를 고쳤습니다.</source>
        <translation>{name} changed.</translation>
    </message>
    <message>
        <source>{name} 안내를 다시 합니다.</source>
        <translation>{name} is in use again.</translation>
    </message>
    <message>
        <source>{name} 안내를 이제 하지 않습니다.</source>
        <translation>{name} is not in use any more.</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>소요 시간</source>
        <translation>Time taken</translation>
    </message>
    <message>
        <source>중앙값</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>10건 중 9건 이내</source>
        <translation>9 in 10 within</translation>
    </message>
    <message>
        <source>기록된 방문</source>
        <translation>Visits recorded</translation>
    </message>
    <message>
        <source>대기</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>실제로 기록된 단계만 셉니다.</source>
        <translation>Only steps really recorded are counted.</translation>
    </message>
    <message>
        <source>처리</source>
        <translation>Handling</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>접수 목록</source>
        <translation>List of visits</translation>
    </message>
    <message>
        <source>번호·업무·초성·메모·상태 찾기  Ctrl+F</source>
        <translation>Find number, service, note, state  Ctrl+F</translation>
    </message>
    <message>
        <source>목록에서 찾기</source>
        <translation>Find in the list</translation>
    </message>
    <message>
        <source>접수증 다시 출력  Ctrl+R</source>
        <translation>Reprint  Ctrl+R</translation>
    </message>
    <message>
        <source>접수증 다시 출력</source>
        <translation>Print the slip again</translation>
    </message>
    <message>
        <source>맞는 접수가 없습니다</source>
        <translation>No visit fits</translation>
    </message>
    <message>
        <source>찾는 말을 지우거나 ‘전체’를 누르세요.</source>
        <translation>Clear the search or press “All”.</translation>
    </message>
    <message>
        <source>이 PC에는 이날의 기록이 없습니다</source>
        <translation>This PC has no records of this day</translation>
    </message>
    <message>
        <source>이 날의 다른 창구 기록은 공유 서버에 있습니다.</source>
        <translation>Other counters&apos; records of this day are on the shared side.</translation>
    </message>
    <message>
        <source>이날은 접수가 없습니다</source>
        <translation>No visits on this day</translation>
    </message>
    <message>
        <source>Alt+Home을 누르면 오늘로 돌아갑니다.</source>
        <translation>Alt+Home goes back to today.</translation>
    </message>
    <message>
        <source>아직 접수가 없습니다</source>
        <translation>No visits yet</translation>
    </message>
    <message>
        <source>왼쪽에서 업무 숫자를 누르고 Enter를 누르면 첫 접수가 됩니다.</source>
        <translation>Press a service’s digit on the left and Enter: that is the first visit.</translation>
    </message>
    <message>
        <source>전체</source>
        <translation>All</translation>
    </message>
    <message>
        <source>그 밖</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>접수증 다시 출력 (재발행)  Ctrl+R</source>
        <translation>Print the slip again (reissue)  Ctrl+R</translation>
    </message>
    <message>
        <source>업무 정정  Ctrl+J</source>
        <translation>Correct services  Ctrl+J</translation>
    </message>
</context>
<context>
    <name>TriageBar</name>
    <message>
        <source>1  즉시 조치</source>
        <translation>1  Fix now</translation>
    </message>
    <message>
        <source>즉시 조치</source>
        <translation>Fix now</translation>
    </message>
    <message>
        <source>2  장기 검토</source>
        <translation>2  Long-term</translation>
    </message>
    <message>
        <source>장기 검토</source>
        <translation>Long-term review</translation>
    </message>
    <message>
        <source>3  감사 전하기</source>
        <translation>3  Thank</translation>
    </message>
    <message>
        <source>감사 전하기</source>
        <translation>Thank</translation>
    </message>
    <message>
        <source>4  민원으로</source>
        <translation>4  Make a case</translation>
    </message>
    <message>
        <source>민원으로</source>
        <translation>Make a case</translation>
    </message>
    <message>
        <source>5  숨기기</source>
        <translation>5  Hide</translation>
    </message>
    <message>
        <source>숨기기</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>6  반대쪽</source>
        <translation>6  Other side</translation>
    </message>
    <message>
        <source>반대쪽으로</source>
        <translation>Other side</translation>
    </message>
    <message>
        <source>열기  Enter</source>
        <translation>Open  Enter</translation>
    </message>
    <message>
        <source>열기</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>칭찬 인쇄  Ctrl+P</source>
        <translation>Print  Ctrl+P</translation>
    </message>
    <message>
        <source>칭찬 인쇄</source>
        <translation>Print praise</translation>
    </message>
    <message>
        <source>고쳤음 적기</source>
        <translation>Write the fix</translation>
    </message>
    <message>
        <source>개인정보 가리기</source>
        <translation>Cover data</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>불편했던 점</source>
        <translation>What was troublesome</translation>
    </message>
</context>
<context>
    <name>TwoValues</name>
    <message>
        <source>두 값 보기</source>
        <translation>See both values</translation>
    </message>
    <message>
        <source>두 사람이 다르게 고쳤습니다: {fields}</source>
        <translation>Two people changed it differently: {fields}</translation>
    </message>
</context>
<context>
    <name>UnexpectedFailures</name>
    <message>
        <source>예상하지 못한 문제가 생겼습니다</source>
        <translation>Something unexpected went wrong</translation>
    </message>
    <message>
        <source>저장된 기록은 그대로 있고, 계속 일할 수 있습니다. 방금 한 일이 목록에 있는지 확인해 주세요. 같은 일이 되풀이되면 관리자에게 이 번호를 알려 주세요: {reference}</source>
        <translation>What was saved is still there, and you can go on working. Please check that what you just did is in the list. If it happens again, tell the administrator this number: {reference}</translation>
    </message>
    <message>
        <source>계속하기</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>UnsavedCard</name>
    <message>
        <source>다시 시도  Ctrl+T</source>
        <translation>Try again  Ctrl+T</translation>
    </message>
    <message>
        <source>다시 시도</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>되살리기  Ctrl+E</source>
        <translation>Take back  Ctrl+E</translation>
    </message>
    <message>
        <source>되살리기</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>저장하지 못함: {service}</source>
        <translation>Not saved: {service}</translation>
    </message>
    <message>
        <source>{what} 외 {count}건</source>
        <translation>{what} and {count} more</translation>
    </message>
</context>
<context>
    <name>UnsureCard</name>
    <message>
        <source>맞는 부서를 찾지 못했습니다</source>
        <translation>No desk fits</translation>
    </message>
    <message>
        <source>무엇을 하러 오셨는지 한 번 더 여쭈어 다른 말로 쳐 보세요. 그래도 없으면 120에 물어보세요.</source>
        <translation>Ask once more what brings them here and try other words. If that does not help, ring 120.</translation>
    </message>
    <message>
        <source>아래는 가까운 것일 뿐 답이 아닙니다 · 맞으면 ↓ 로 고르세요</source>
        <translation>What follows is only near and no answer · choose with ↓ if it is right</translation>
    </message>
</context>
<context>
    <name>VisitEntryPresenter</name>
    <message>
        <source>맞는 업무가 없습니다. 다른 이름이나 초성으로 찾아보세요.</source>
        <translation>No service fits. Try another name or its initials.</translation>
    </message>
    <message>
        <source>업무를 먼저 고르세요. 숫자 하나면 됩니다.</source>
        <translation>Pick a service first. One digit is enough.</translation>
    </message>
</context>
<context>
    <name>VisitEntryView</name>
    <message>
        <source>접수하고 접수증 출력   Enter</source>
        <translation>Register and print the slip   Enter</translation>
    </message>
    <message>
        <source>접수하고 접수증 출력</source>
        <translation>Register and print the slip</translation>
    </message>
    <message>
        <source>접수증 없이  Ctrl+Enter</source>
        <translation>No slip  Ctrl+Enter</translation>
    </message>
    <message>
        <source>접수증 없이 접수</source>
        <translation>Register without a slip</translation>
    </message>
    <message>
        <source>업무 · 숫자나 이름·초성 · +로 하나 더</source>
        <translation>Service · a digit or a few letters · + adds one more</translation>
    </message>
    <message>
        <source>번호표</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>메모 (선택) · 이름·주민등록번호는 적지 않습니다</source>
        <translation>Note (optional) · no names, no ID numbers</translation>
    </message>
    <message>
        <source>메모</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>방문자</source>
        <translation>Visitor</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>대기 중</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>기다리는 분 목록</source>
        <translation>List of people waiting</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>그냥 감  Ctrl+G</source>
        <translation>Gone  Ctrl+G</translation>
    </message>
    <message>
        <source>그냥 감</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>넘기기  Ctrl+H</source>
        <translation>Hand over  Ctrl+H</translation>
    </message>
    <message>
        <source>넘기기</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>접수증 다시 출력  Ctrl+R</source>
        <translation>Reprint  Ctrl+R</translation>
    </message>
    <message>
        <source>접수증 다시 출력</source>
        <translation>Print the slip again</translation>
    </message>
    <message>
        <source>번호</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>기다림</source>
        <translation>Waited</translation>
    </message>
    <message>
        <source>창구</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>대기 중 {count}명</source>
        <translation>{count} waiting</translation>
    </message>
    <message>
        <source>기다리는 분이 없습니다</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>왼쪽에서 업무 숫자를 누르고 Enter를 누르면 대기 목록에 오릅니다.</source>
        <translation>Press a service’s digit on the left, then Enter, and the visitor is on this list.</translation>
    </message>
    <message>
        <source>그 밖 {count}</source>
        <translation>Other {count}</translation>
    </message>
    <message>
        <source>아무 창구</source>
        <translation>Any</translation>
    </message>
    <message>
        <source>번호표 {number}</source>
        <translation>Ticket {number}</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>이런 점이 좋았습니다</source>
        <translation>What you liked</translation>
    </message>
    <message>
        <source>이렇게 고쳤습니다</source>
        <translation>What we put right</translation>
    </message>
</context>
<context>
    <name>WallPage</name>
    <message>
        <source>여러분의 이야기를 기다립니다</source>
        <translation>We look forward to hearing from you</translation>
    </message>
    <message>
        <source>전</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>후</source>
        <translation>After</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>벽 화면</source>
        <translation>Wall display</translation>
    </message>
    <message>
        <source>멈춤 · 아무 키나 누르면 다시 넘어갑니다 · ← → 넘기기 · Esc 닫기</source>
        <translation>Stopped · any key goes on · ← → turn · Esc closes</translation>
    </message>
    <message>
        <source>아무 키나 누르면 멈춥니다 · Esc 닫기</source>
        <translation>Any key stops · Esc closes</translation>
    </message>
</context>
<context>
    <name>WithdrawalDialog</name>
    <message>
        <source>{until}까지인 초대를 취소할까요?</source>
        <translation>Withdraw the invitation that is good until {until}?</translation>
    </message>
    <message>
        <source>그만두기  Esc</source>
        <translation>Keep it  Esc</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>초대 취소</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>그 초대 코드로는 창구를 등록할 수 없게 됩니다. 이미 등록된 창구는 그대로입니다.</source>
        <translation>No counter can be registered with its code any more. Counters registered already stay as they are.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>본인</source>
        <translation>Self</translation>
    </message>
    <message>
        <source>대리</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>법인</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>외국인</source>
        <translation>Foreigner</translation>
    </message>
    <message>
        <source>대기</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>호출함</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>처리 중</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>그냥 감</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>기록 없음</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>{status} {minutes}분</source>
        <translation>{status} {minutes} min</translation>
    </message>
    <message>
        <source>{status} {hours}시간 {minutes}분</source>
        <translation>{status} {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{service} 외 {count}</source>
        <translation>{service} +{count}</translation>
    </message>
    <message>
        <source>정정</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>나중 입력</source>
        <translation>Entered later</translation>
    </message>
    <message>
        <source>정전</source>
        <translation>Power cut</translation>
    </message>
    <message>
        <source>프로그램·PC 고장</source>
        <translation>Program or PC failed</translation>
    </message>
    <message>
        <source>통신 장애</source>
        <translation>Network down</translation>
    </message>
    <message>
        <source>그 밖의 까닭</source>
        <translation>Other reason</translation>
    </message>
    <message>
        <source>{late} ({time}에 입력)</source>
        <translation>{late} (typed {time})</translation>
    </message>
    <message>
        <source>{hours}시간 {minutes}분</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>프린터 없음</source>
        <translation>no printer</translation>
    </message>
    <message>
        <source>프린터·용지 확인</source>
        <translation>check printer</translation>
    </message>
    <message>
        <source>용지 없음</source>
        <translation>no paper</translation>
    </message>
    <message>
        <source>덮개 열림</source>
        <translation>cover open</translation>
    </message>
    <message>
        <source>프린터 멈춤</source>
        <translation>printer offline</translation>
    </message>
    <message>
        <source>프린터 응답 없음</source>
        <translation>printer not answering</translation>
    </message>
    <message>
        <source>파일을 쓸 수 없음</source>
        <translation>cannot write file</translation>
    </message>
    <message>
        <source>출력 중 끊김</source>
        <translation>interrupted</translation>
    </message>
    <message>
        <source>알 수 없음</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>아직 없음</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>대기 중</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>보냄</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>출력 확인됨</source>
        <translation>Print confirmed</translation>
    </message>
    <message>
        <source>실패: {reason}</source>
        <translation>Failed: {reason}</translation>
    </message>
    <message>
        <source>원하지 않음</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>{state} · 다시</source>
        <translation>{state} · retry</translation>
    </message>
    <message>
        <source>영수증 용지 80 mm</source>
        <translation>Receipt roll 80 mm</translation>
    </message>
    <message>
        <source>영수증 용지 58 mm</source>
        <translation>Receipt roll 58 mm</translation>
    </message>
    <message>
        <source>A5</source>
        <translation>A5</translation>
    </message>
    <message>
        <source>{seconds}초</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes}분</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes}분 {seconds}초</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>국별로  Ctrl+G</source>
        <translation>By bureau  Ctrl+G</translation>
    </message>
    <message>
        <source>국별로</source>
        <translation>By bureau</translation>
    </message>
    <message>
        <source>답변까지는 근무일의 가운데 값이고 다섯 건부터 나옵니다. 건당 보완이 높은 부서는 까닭을 물어보세요. 담당자별로는 세지 않습니다.</source>
        <translation>‘To answer’ is the median of working days, from five answers on. Ask a department with many supplements each why. Nothing is counted by officer.</translation>
    </message>
    <message>
        <source>누가 얼마나</source>
        <translation>Who has how much</translation>
    </message>
</context>
<context>
    <name>Workload</name>
    <message>
        <source>기한 지남</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>오늘까지</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>이번 주까지</source>
        <translation>Due this week</translation>
    </message>
    <message>
        <source>이어받지 않음</source>
        <translation>Not taken over</translation>
    </message>
    <message>
        <source>독촉할 것</source>
        <translation>To remind</translation>
    </message>
    <message>
        <source>진행을 알릴 것</source>
        <translation>Progress to tell</translation>
    </message>
    <message>
        <source>기한이 옮겨짐</source>
        <translation>Deadline moved</translation>
    </message>
    <message>
        <source>{words}  {count}건</source>
        <translation>{words}  {count}</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>열림</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>지남</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>이번 달 답변</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>답변까지</source>
        <translation>To answer</translation>
    </message>
    <message>
        <source>건당 보완</source>
        <translation>Suppl. each</translation>
    </message>
    <message>
        <source>부서별 업무</source>
        <translation>Work by department</translation>
    </message>
    <message>
        <source>{n}일</source>
        <translation>{n} d</translation>
    </message>
</context>
<context>
    <name>WorkloadPresenter</name>
    <message>
        <source>{month} 점검표를 프린터로 보냈습니다.</source>
        <translation>The check sheet of {month} was sent to the printer.</translation>
    </message>
    <message>
        <source>PDF로 저장했습니다: {path}</source>
        <translation>Saved as PDF: {path}</translation>
    </message>
    <message>
        <source>{number}: 독촉을 적고 독촉장을 프린터로 보냈습니다.</source>
        <translation>{number}: the reminder was written down and its letter sent to the printer.</translation>
    </message>
</context>
<context>
    <name>WorkloadView</name>
    <message>
        <source>챙길 민원</source>
        <translation>Cases to look after</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>독촉장 인쇄  Ctrl+P</source>
        <translation>Print reminder  Ctrl+P</translation>
    </message>
    <message>
        <source>독촉장 인쇄</source>
        <translation>Print reminder</translation>
    </message>
    <message>
        <source>점검표 인쇄  Ctrl+M</source>
        <translation>Print check sheet  Ctrl+M</translation>
    </message>
    <message>
        <source>점검표 인쇄</source>
        <translation>Print check sheet</translation>
    </message>
    <message>
        <source>PDF로 저장  Ctrl+S</source>
        <translation>Save as PDF  Ctrl+S</translation>
    </message>
    <message>
        <source>PDF로 저장</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>월간 점검</source>
        <translation>Monthly check</translation>
    </message>
    <message>
        <source>{month}의 처리 상황을 {by}까지 점검합니다.</source>
        <translation>How {month} went is to be looked at by {by}.</translation>
    </message>
    <message>
        <source>{words} · 먼저 볼 {n}건</source>
        <translation>{words} · the first {n}</translation>
    </message>
    <message>
        <source>없습니다</source>
        <translation>None</translation>
    </message>
    <message>
        <source>‘{words}’에 든 민원이 지금은 없습니다.</source>
        <translation>There is no case under ‘{words}’ now.</translation>
    </message>
</context>
<context>
    <name>WrongReferrals</name>
    <message>
        <source>잘못 안내 · {day}까지 {days}일 동안 {people:,}명</source>
        <translation>Sent to a wrong desk · {people:,} in the {days} days to {day}</translation>
    </message>
    <message>
        <source>그 밖 {n}가지 {people:,}명</source>
        <translation>{n} others, {people:,} people</translation>
    </message>
    <message>
        <source>{people:,}명</source>
        <translation>{people:,}</translation>
    </message>
    <message>
        <source>{title} ‘{phrase}’</source>
        <translation>{title} ‘{phrase}’</translation>
    </message>
    <message>
        <source>{department}에 잘못 보냄 · {reason}</source>
        <translation>sent to {department} · {reason}</translation>
    </message>
    <message>
        <source>{department} → {actual} · {reason}</source>
        <translation>{department} → {actual} · {reason}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>넣기  Ctrl+{number}</source>
        <translation>Put in  Ctrl+{number}</translation>
    </message>
</context>
</TS>
