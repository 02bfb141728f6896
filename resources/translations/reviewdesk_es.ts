<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>Arrival</name>
    <message>
        <source>The document “%1” cannot be attached: %2</source>
        <translation>El documento “%1” no se puede adjuntar: %2</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 are attached. Send it in parts.</source>
        <translation>El archivo tiene %1; se adjuntan como máximo %2. Envíelo por partes.</translation>
    </message>
    <message>
        <source>This is no PDF and no PNG, JPEG or TIFF picture, by what is in it. Print it to a PDF and attach that.</source>
        <translation>Por su contenido, esto no es un PDF ni una imagen PNG, JPEG o TIFF. Imprímalo en un PDF y adjunte ese.</translation>
    </message>
    <message>
        <source>The document has %1 pages; at most %2 are attached. Send it in parts.</source>
        <translation>El documento tiene %1 páginas; se adjuntan como máximo %2. Envíelo por partes.</translation>
    </message>
</context>
<context>
    <name>Attempts</name>
    <message>
        <source>The passphrase of &quot;%1&quot; was wrong %2 times in a row. Wait %3 seconds, then try again.</source>
        <translation>La frase de contraseña de “%1” fue incorrecta %2 veces seguidas. Espere %3 segundos e intente de nuevo.</translation>
    </message>
</context>
<context>
    <name>AuditLog</name>
    <message>
        <source>The history is broken (%1): %2.</source>
        <translation>El historial está dañado (%1): %2.</translation>
    </message>
    <message>
        <source>all entries are missing</source>
        <translation>faltan todas las entradas</translation>
    </message>
    <message>
        <source>A key that signs was introduced by nobody.</source>
        <translation>Nadie presentó una de las claves que firman.</translation>
    </message>
    <message>
        <source>it binds nothing</source>
        <translation>no ata nada</translation>
    </message>
    <message>
        <source>it is not what the workspace&apos;s history (entry %1) bound</source>
        <translation>no es lo que ató el historial del espacio de trabajo (entrada %1)</translation>
    </message>
    <message>
        <source>an entry is missing</source>
        <translation>falta una entrada</translation>
    </message>
    <message>
        <source>the entry is not what was written</source>
        <translation>la entrada no es lo que se escribió</translation>
    </message>
    <message>
        <source>it does not end where the chain&apos;s end was noted</source>
        <translation>no termina donde se anotó el final de la cadena</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>no está firmada</translation>
    </message>
    <message>
        <source>it is not signed by the person it names</source>
        <translation>no la firmó la persona que nombra</translation>
    </message>
    <message>
        <source>nobody introduced the key that signed it</source>
        <translation>nadie presentó la clave que la firmó</translation>
    </message>
    <message>
        <source>the signature is not that of the person it names</source>
        <translation>la firma no es de la persona que nombra</translation>
    </message>
    <message>
        <source>what was unsigned then is not what is unsigned now</source>
        <translation>lo que entonces no estaba firmado no es lo que hoy no está firmado</translation>
    </message>
    <message>
        <source>a key was introduced by somebody who may not</source>
        <translation>presentó una clave alguien que no puede hacerlo</translation>
    </message>
    <message>
        <source>It was stopped before its end.</source>
        <translation>Se detuvo antes de terminar.</translation>
    </message>
    <message>
        <source>An account is not what the workspace&apos;s history says (%1).</source>
        <translation>Una cuenta no es lo que dice el historial del espacio de trabajo (%1).</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>The copy was stopped; nothing was changed.</source>
        <translation>La copia se detuvo; no se cambió nada.</translation>
    </message>
    <message>
        <source>The database key was changed meanwhile. Sign in again.</source>
        <translation>La clave de la base de datos se cambió entretanto. Inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>%1 is not what was written to it. Check that disk and try again.</source>
        <translation>%1 no es lo que se escribió allí. Revise ese disco e intente de nuevo.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 ya existe.</translation>
    </message>
</context>
<context>
    <name>BundleReader</name>
    <message>
        <source>Only requests for prior authorization are taken in; this Claim&apos;s use is “%1”.</source>
        <translation>Solo se reciben solicitudes de autorización previa; el uso de este Claim es “%1”.</translation>
    </message>
    <message>
        <source>The Claim&apos;s patient “%1” is not in the Bundle.</source>
        <translation>El paciente “%1” del Claim no está en el Bundle.</translation>
    </message>
    <message>
        <source>The document&apos;s data is not base64.</source>
        <translation>Los datos del documento no están en base64.</translation>
    </message>
    <message>
        <source>An entry without a resource.</source>
        <translation>Una entrada sin recurso.</translation>
    </message>
    <message>
        <source>A %1 is kept, not read.</source>
        <translation>Un %1 se conserva, pero no se lee.</translation>
    </message>
    <message>
        <source>The Bundle&apos;s type is “%1”, not “collection”; it was read all the same.</source>
        <translation>El tipo del Bundle es “%1”, no “collection”; se leyó de todos modos.</translation>
    </message>
    <message>
        <source>The document “%1” is only named by its address. It is listed, never fetched.</source>
        <translation>El documento “%1” solo se nombra por su dirección. Se anota, pero nunca se descarga.</translation>
    </message>
</context>
<context>
    <name>CaseDiff</name>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Recorded besides</source>
        <translation>Otros datos anotados</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Note to the physician</source>
        <translation>Nota para el médico</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Momento</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Línea de negocio</translation>
    </message>
    <message>
        <source>Plan state</source>
        <translation>Estado del plan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Member ID</source>
        <translation>Número de miembro</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>NPI</source>
        <translation>NPI</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Procedure codes</source>
        <translation>Códigos de procedimiento</translation>
    </message>
    <message>
        <source>Diagnosis codes</source>
        <translation>Códigos de diagnóstico</translation>
    </message>
    <message>
        <source>Planned on</source>
        <translation>Previsto para el</translation>
    </message>
    <message>
        <source>Prior treatments</source>
        <translation>Tratamientos previos</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Decidido por</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Preparado por</translation>
    </message>
    <message>
        <source>As an exception</source>
        <translation>Como excepción</translation>
    </message>
    <message>
        <source>Reason in plain words</source>
        <translation>Motivo en palabras sencillas</translation>
    </message>
    <message>
        <source>Clinical rationale</source>
        <translation>Justificación clínica</translation>
    </message>
    <message>
        <source>Authorization number</source>
        <translation>Número de autorización</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Válida desde</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Válida hasta</translation>
    </message>
    <message>
        <source>Reply by</source>
        <translation>Responder antes de</translation>
    </message>
    <message>
        <source>Reason for more time</source>
        <translation>Motivo de la prórroga</translation>
    </message>
    <message>
        <source>Extended to</source>
        <translation>Prorrogado hasta</translation>
    </message>
    <message>
        <source>Contract provision</source>
        <translation>Cláusula del contrato</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>not documented</source>
        <translation>no documentado</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>Como se envió</translation>
    </message>
    <message>
        <source>Entries to confirm</source>
        <translation>Datos por confirmar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CaseDocument</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>imagen PNG</translation>
    </message>
    <message>
        <source>JPEG picture</source>
        <translation>imagen JPEG</translation>
    </message>
    <message>
        <source>TIFF picture</source>
        <translation>imagen TIFF</translation>
    </message>
</context>
<context>
    <name>CaseDossier</name>
    <message>
        <source>This was decided under version %1 of the policy, and that pack is not installed: the answer to the request would say what another version says. The case&apos;s other files can be written.</source>
        <translation>Esto se decidió con la versión %1 de la política, y esa versión no está instalada: la respuesta a la solicitud diría lo que dice otra versión. Los demás archivos del caso se pueden escribir.</translation>
    </message>
</context>
<context>
    <name>CaseFile</name>
    <message>
        <source>The case was reviewed under policy %1; this is %2.</source>
        <translation>El caso se revisó según la política %1; esta es %2.</translation>
    </message>
    <message>
        <source>The case was reviewed under version %1 of the policy; this is %2.</source>
        <translation>El caso se revisó según la versión %1 de la política; esta es %2.</translation>
    </message>
    <message>
        <source>“%1” is true, false or null.</source>
        <translation>“%1” es true, false o null.</translation>
    </message>
    <message>
        <source>“%1” is one of its words or null.</source>
        <translation>“%1” es una de sus palabras o null.</translation>
    </message>
    <message>
        <source>“%1” is no value of “%2”, which is one of: %3.</source>
        <translation>“%1” no es un valor de “%2”, que es uno de estos: %3.</translation>
    </message>
    <message>
        <source>The policy has no fact “%1”.</source>
        <translation>La política no tiene el dato “%1”.</translation>
    </message>
    <message>
        <source>“%1” is a list of treatments.</source>
        <translation>“%1” es una lista de tratamientos.</translation>
    </message>
    <message>
        <source>A treatment is an object with “treatment” and “response”.</source>
        <translation>Un tratamiento es un objeto con “treatment” y “response”.</translation>
    </message>
    <message>
        <source>A treatment has “treatment” and “response”, not “%1”.</source>
        <translation>Un tratamiento tiene “treatment” y “response”, no “%1”.</translation>
    </message>
    <message>
        <source>“%1” is a text.</source>
        <translation>“%1” es un texto.</translation>
    </message>
    <message>
        <source>“%1” (%2) has a value of the wrong type.</source>
        <translation>“%1” (%2) tiene un valor de un tipo equivocado.</translation>
    </message>
    <message>
        <source>The policy has no recorded item “%1”.</source>
        <translation>La política no tiene el dato adicional “%1”.</translation>
    </message>
    <message>
        <source>“%1” is no item of the policy&apos;s required documentation.</source>
        <translation>“%1” no es parte de la documentación que exige la política.</translation>
    </message>
    <message>
        <source>A place on a page is left, top, width and height in ten-thousandths, within the page.</source>
        <translation>Un lugar en una página es izquierda, arriba, ancho y alto en diezmilésimas, dentro de la página.</translation>
    </message>
    <message>
        <source>“%1” is no entry that a message gives.</source>
        <translation>“%1” no es una entrada que un mensaje pueda traer.</translation>
    </message>
    <message>
        <source>This is not a date that exists, written like 2026-11-20.</source>
        <translation>No es una fecha que exista, escrita como 2026-11-20.</translation>
    </message>
    <message>
        <source>This is not a time that exists, written with its offset like 2026-11-20T09:10:00-08:00.</source>
        <translation>No es una hora que exista, escrita con su diferencia horaria, como 2026-11-20T09:10:00-08:00.</translation>
    </message>
</context>
<context>
    <name>CaseLetters</name>
    <message>
        <source>Superseded, %1: %2</source>
        <translation>Reemplazada, %1: %2</translation>
    </message>
    <message>
        <source>Round %1, %2: %3</source>
        <translation>Ronda %1, %2: %3</translation>
    </message>
    <message>
        <source>Earlier request, %1</source>
        <translation>Solicitud anterior, %1</translation>
    </message>
    <message>
        <source>The case is %1: the letter follows the decision.</source>
        <translation>El caso está en “%1”: la carta viene después de la decisión.</translation>
    </message>
    <message>
        <source>From here a letter is issued by: %1.</source>
        <translation>Desde aquí, una carta la emite: %1.</translation>
    </message>
    <message>
        <source>In Spanish, the member&apos;s language. The English is kept beside it in the record.</source>
        <translation>En español, el idioma del miembro. La versión en inglés se conserva al lado en el registro.</translation>
    </message>
    <message>
        <source>The member&apos;s language is %1. The letter is in English and says how to get help in another language.</source>
        <translation>El idioma del miembro es %1. La carta está en inglés y dice cómo recibir ayuda en otro idioma.</translation>
    </message>
</context>
<context>
    <name>CaseNote</name>
    <message>
        <source>Offered</source>
        <translation>Ofrecida</translation>
    </message>
    <message>
        <source>Offered, not taken up</source>
        <translation>Ofrecida, no aceptada</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Realizada</translation>
    </message>
</context>
<context>
    <name>CaseNotes</name>
    <message>
        <source>This case is not in the workspace.</source>
        <translation>Este caso no está en el espacio de trabajo.</translation>
    </message>
    <message>
        <source>A case is assigned to a nurse or a physician with an account.</source>
        <translation>Un caso se asigna a una persona de enfermería o a un médico que tenga cuenta.</translation>
    </message>
    <message>
        <source>A second opinion is asked of a physician.</source>
        <translation>La segunda opinión se pide a un médico.</translation>
    </message>
    <message>
        <source>%1 denied this case and may not hear the appeal; ask another physician.</source>
        <translation>%1 denegó este caso y no puede ver la apelación; pregunte a otro médico.</translation>
    </message>
    <message>
        <source>%1 denied this case and may not hear the appeal; assign it to somebody else.</source>
        <translation>%1 denegó este caso y no puede ver la apelación; asígnela a otra persona.</translation>
    </message>
    <message>
        <source>Say with whom the talk was offered or held.</source>
        <translation>Diga con quién se ofreció o se tuvo la conversación.</translation>
    </message>
    <message>
        <source>A second opinion is another physician&apos;s.</source>
        <translation>La segunda opinión la da otro médico.</translation>
    </message>
    <message>
        <source>Say when the talk took place.</source>
        <translation>Indique cuándo tuvo lugar la conversación.</translation>
    </message>
    <message>
        <source>A talk is recorded once it was offered or held: this time is still to come.</source>
        <translation>Una conversación se registra una vez que se ofreció o se mantuvo: esta hora aún no ha llegado.</translation>
    </message>
    <message>
        <source>The talk cannot have been held before the case was referred to a physician.</source>
        <translation>La conversación no pudo mantenerse antes de que el caso se remitiera a un médico.</translation>
    </message>
    <message>
        <source>The talk cannot have been before the request was received.</source>
        <translation>La conversación no pudo ser anterior a la recepción de la solicitud.</translation>
    </message>
</context>
<context>
    <name>CasePacket</name>
    <message>
        <source>The packet could not be made: %1</source>
        <translation>No se pudo hacer el expediente: %1</translation>
    </message>
    <message>
        <source>The packet was stopped.</source>
        <translation>El expediente se detuvo.</translation>
    </message>
    <message>
        <source>a picture cannot be read</source>
        <translation>una imagen no se puede leer</translation>
    </message>
    <message>
        <source>a picture cannot be painted</source>
        <translation>una imagen no se puede dibujar</translation>
    </message>
    <message>
        <source>The pages could not be painted.</source>
        <translation>Las páginas no se pudieron dibujar.</translation>
    </message>
</context>
<context>
    <name>CaseRepository</name>
    <message>
        <source>This case was worked on under version %1 of the policy, which this program does not have. Update the program; nothing was changed.</source>
        <translation>Se trabajó en este caso con la versión %1 de la política, que este programa no tiene. Actualice el programa; no se cambió nada.</translation>
    </message>
    <message>
        <source>This case is not in the workspace.</source>
        <translation>Este caso no está en el espacio de trabajo.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 no se puede leer: %2</translation>
    </message>
    <message>
        <source>%1 saved %2 meanwhile. Nothing was overwritten; open the case again to see both.</source>
        <translation>%1 guardó %2 entretanto. No se sobrescribió nada; abra el caso de nuevo para ver ambas versiones.</translation>
    </message>
    <message>
        <source>Letters, drafts and notes are kept by calls of their own.</source>
        <translation>Las cartas, los borradores y las notas se guardan con llamadas propias.</translation>
    </message>
    <message>
        <source>You took part in preparing this case; another physician must decide a denial.</source>
        <translation>Usted participó en la preparación de este caso; otro médico debe decidir una denegación.</translation>
    </message>
</context>
<context>
    <name>CaseSummary</name>
    <message>
        <source>1 answer left</source>
        <translation>1 por responder</translation>
    </message>
    <message>
        <source>%1 answers left</source>
        <translation>%1 por responder</translation>
    </message>
    <message>
        <source>%1 met</source>
        <translation>%1: sí</translation>
    </message>
    <message>
        <source>%1 not met</source>
        <translation>%1: no</translation>
    </message>
    <message>
        <source>Commercial</source>
        <translation>Comercial</translation>
    </message>
    <message>
        <source>Self-funded</source>
        <translation>Autofinanciado</translation>
    </message>
    <message>
        <source>Medicare Adv.</source>
        <translation>Medicare Adv.</translation>
    </message>
    <message>
        <source>Medicaid</source>
        <translation>Medicaid</translation>
    </message>
    <message>
        <source>QHP</source>
        <translation>QHP</translation>
    </message>
</context>
<context>
    <name>CaseWalk</name>
    <message>
        <source>The answers of a case cannot be read.</source>
        <translation>Las respuestas de un caso no se pueden leer.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Se detuvo.</translation>
    </message>
    <message>
        <source>What another policy would change is a supervisor&apos;s to see.</source>
        <translation>Lo que cambiaría otra política lo ven los supervisores.</translation>
    </message>
</context>
<context>
    <name>CaseloadReport</name>
    <message>
        <source>All lines of business</source>
        <translation>Todas las líneas de negocio</translation>
    </message>
</context>
<context>
    <name>ClaimReader</name>
    <message>
        <source>Longer than %1 characters.</source>
        <translation>Más de %1 caracteres.</translation>
    </message>
    <message>
        <source>“%1” is no CPT or HCPCS code.</source>
        <translation>“%1” no es un código CPT ni HCPCS.</translation>
    </message>
    <message>
        <source>“%1” is no date.</source>
        <translation>“%1” no es una fecha.</translation>
    </message>
    <message>
        <source>Another item is planned on %1; this one on %2.</source>
        <translation>Otro elemento está previsto para el %1; este, para el %2.</translation>
    </message>
    <message>
        <source>“%1” is no ICD-10-CM code.</source>
        <translation>“%1” no es un código ICD-10-CM.</translation>
    </message>
    <message>
        <source>The provider&apos;s NPI %1: %2</source>
        <translation>El NPI del proveedor %1: %2</translation>
    </message>
    <message>
        <source>This is no whole date.</source>
        <translation>No es una fecha completa.</translation>
    </message>
</context>
<context>
    <name>ClaimResponseWriter</name>
    <message>
        <source>%1 was not decided and nothing was asked yet, so there is no answer to send.</source>
        <translation>%1 no se decidió y todavía no se pidió nada, así que no hay respuesta que enviar.</translation>
    </message>
</context>
<context>
    <name>CodeSuggestions</name>
    <message>
        <source>%1 %2 Nothing is suggested.</source>
        <translation>%1 %2 No se sugiere nada.</translation>
    </message>
    <message>
        <source>%1 The sender&apos;s answer says otherwise; it is what is suggested.</source>
        <translation>%1 La respuesta del remitente dice otra cosa; es la que se sugiere.</translation>
    </message>
</context>
<context>
    <name>ConditionWords</name>
    <message>
        <source>%1 or %2</source>
        <comment>values of one fact</comment>
        <translation>%1 o %2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <comment>a fact and its values</comment>
        <translation>%1 es %2</translation>
    </message>
    <message>
        <source>always</source>
        <translation>siempre</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between conditions</comment>
        <translation> y </translation>
    </message>
    <message>
        <source> or </source>
        <comment>between conditions</comment>
        <translation> o </translation>
    </message>
    <message>
        <source>not: %1</source>
        <comment>a condition that must not hold</comment>
        <translation>no: %1</translation>
    </message>
    <message>
        <source>at least %1 of (%2)</source>
        <translation>al menos %1 de (%2)</translation>
    </message>
    <message>
        <source>%1 is met</source>
        <comment>a criterion</comment>
        <translation>se cumple %1</translation>
    </message>
</context>
<context>
    <name>CriterionReport</name>
    <message>
        <source>Decisions by criterion</source>
        <translation>Decisiones por criterio</translation>
    </message>
    <message>
        <source>Every decision of the period, appeals and reopened cases too. An approval counts at the criteria it rests on; a denial and an exception at those that were not met. A decision that cites two criteria stands in two rows.</source>
        <translation>Todas las decisiones del período, también las apelaciones y los casos reabiertos. Una aprobación cuenta en los criterios en que se basa; una denegación y una excepción, en los que no se cumplieron. Una decisión que cita dos criterios aparece en dos filas.</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterio</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobados</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Denegados</translation>
    </message>
    <message>
        <source>Approved as an exception</source>
        <translation>Aprobados como excepción</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>A criterion of another version of the policy.</source>
        <translation>Un criterio de otra versión de la política.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>The outcome was still open, so no criterion decided.</source>
        <translation>El resultado todavía estaba abierto, así que ningún criterio decidió.</translation>
    </message>
    <message>
        <source>Pends by missing fact</source>
        <translation>Esperas por dato que faltaba</translation>
    </message>
    <message>
        <source>Each time in the period that a case began to wait for information, by the facts that the record did not show and that still mattered. One that asked for two facts stands in two rows.</source>
        <translation>Cada vez en el período que un caso comenzó a esperar información, por los datos que el expediente no mostraba y que todavía importaban. Una espera por dos datos aparece en dos filas.</translation>
    </message>
    <message>
        <source>Missing fact</source>
        <translation>Dato que faltaba</translation>
    </message>
    <message>
        <source>Requests for information</source>
        <translation>Solicitudes de información</translation>
    </message>
    <message>
        <source>Only documents or another question</source>
        <translation>Solo documentos u otra pregunta</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>No se conserva</translation>
    </message>
    <message>
        <source>Asked before the program kept for what.</source>
        <translation>Se pidió antes de que el programa guardara para qué.</translation>
    </message>
    <message>
        <source>A fact of another version of the policy.</source>
        <translation>Un dato de otra versión de la política.</translation>
    </message>
    <message>
        <source>Denied by contract language, criteria met</source>
        <translation>Denegada por el texto del contrato, con los criterios cumplidos</translation>
    </message>
    <message>
        <source>The criteria were met; a contract provision on record outranked them.</source>
        <translation>Los criterios se cumplían; prevaleció sobre ellos una cláusula del contrato registrada.</translation>
    </message>
</context>
<context>
    <name>Csv</name>
    <message>
        <source>A table has at most %1 rows below the first. Split the file.</source>
        <translation>Una tabla tiene como máximo %1 filas debajo de la primera. Divida el archivo.</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>fila %1</translation>
    </message>
    <message>
        <source>A row has at most %1 columns.</source>
        <translation>Una fila tiene como máximo %1 columnas.</translation>
    </message>
    <message>
        <source>The letters cannot be read. Save the table as “CSV UTF-8” and open it again.</source>
        <translation>Las letras no se pueden leer. Guarde la tabla como «CSV UTF-8» y ábrala de nuevo.</translation>
    </message>
    <message>
        <source>A quotation mark opens here and is never closed.</source>
        <translation>Aquí se abre una comilla que nunca se cierra.</translation>
    </message>
    <message>
        <source>Text follows a closing quotation mark.</source>
        <translation>Hay texto después de una comilla de cierre.</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>fila %1, columna %2</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The SQLite library in use cannot encrypt. ReviewDesk opens no workspace with it; install the program anew.</source>
        <translation>La biblioteca SQLite en uso no puede cifrar. ReviewDesk no abre con ella ningún espacio de trabajo; instale el programa de nuevo.</translation>
    </message>
    <message>
        <source>%1 is missing. Put it back from a backup.</source>
        <translation>Falta %1. Restáurelo de una copia de seguridad.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 ya existe.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing. Install libqt6sql6-sqlite.</source>
        <translation>Falta el controlador SQLite de Qt. Instale libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>%1 cannot be made private to you.</source>
        <translation>%1 no se puede hacer privado para usted.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver gives no handle.</source>
        <translation>El controlador SQLite de Qt no da acceso a la base.</translation>
    </message>
    <message>
        <source>The cipher ChaCha20-Poly1305 is missing.</source>
        <translation>Falta el cifrado ChaCha20-Poly1305.</translation>
    </message>
    <message>
        <source>%1 cannot be written safely here (no write-ahead log).</source>
        <translation>%1 no se puede escribir aquí con seguridad (no hay registro de escritura anticipada).</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 no se puede leer.</translation>
    </message>
    <message>
        <source>The copy was stopped; nothing was changed.</source>
        <translation>La copia se detuvo; no se cambió nada.</translation>
    </message>
    <message>
        <source>Another program holds the workspace. Close it and try again.</source>
        <translation>Otro programa está usando el espacio de trabajo. Ciérrelo e intente de nuevo.</translation>
    </message>
    <message>
        <source>%1 is damaged or belongs to another key file. Put it back from a backup.</source>
        <translation>%1 está dañado o pertenece a otro archivo de claves. Restáurelo de una copia de seguridad.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder&apos;s permissions and try again.</source>
        <translation>%1 no se puede escribir. Revise los permisos de la carpeta e intente de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full. Make room and try again; what you typed is still here.</source>
        <translation>El disco está lleno. Libere espacio e intente de nuevo; lo que usted escribió sigue aquí.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written (%2). Check the disk and try again.</source>
        <translation>%1 no se puede leer ni escribir (%2). Revise el disco e intente de nuevo.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>No hay memoria suficiente.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Se detuvo.</translation>
    </message>
    <message>
        <source>This workspace is on a server; what is a file&apos;s is done there by its administrator.</source>
        <translation>Este espacio de trabajo está en un servidor; lo que atañe a archivos lo hace allí su administrador.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>aaaa-mm-dd</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/aaaa</translation>
    </message>
    <message>
        <source>mm/dd/yyyy</source>
        <translation>mm/dd/aaaa</translation>
    </message>
    <message>
        <source>“%1” is not a date: write it as %2, like %3.</source>
        <translation>“%1” no es una fecha: escríbala como %2, por ejemplo %3.</translation>
    </message>
    <message>
        <source>%1 is not a day of the calendar.</source>
        <translation>%1 no es un día del calendario.</translation>
    </message>
    <message>
        <source>“%1” may be two days: write it as %2, like %3.</source>
        <translation>“%1” puede ser dos días distintos: escríbalo como %2, por ejemplo %3.</translation>
    </message>
    <message>
        <source>“%1”: write the year with four digits, like %2.</source>
        <translation>“%1”: escriba el año con cuatro cifras, por ejemplo %2.</translation>
    </message>
</context>
<context>
    <name>DecisionDrafts</name>
    <message>
        <source>The case is %1: there is nothing left to decide on it.</source>
        <translation>El caso está en “%1”: ya no hay nada que decidir en él.</translation>
    </message>
    <message>
        <source>While the case is %1, a %2 has nothing to decide on it.</source>
        <translation>Mientras el caso está en “%1”, no hay nada que pueda decidir: %2.</translation>
    </message>
    <message>
        <source>A draft of a decision is one JSON object.</source>
        <translation>El borrador de una decisión es un solo objeto JSON.</translation>
    </message>
    <message>
        <source>This case is not in the workspace.</source>
        <translation>Este caso no está en el espacio de trabajo.</translation>
    </message>
</context>
<context>
    <name>DocumentReader</name>
    <message>
        <source>This document is not in the workspace.</source>
        <translation>Este documento no está en el espacio de trabajo.</translation>
    </message>
    <message>
        <source>A document is not what was attached.</source>
        <translation>Un documento no es lo que se adjuntó.</translation>
    </message>
</context>
<context>
    <name>DocumentRepository</name>
    <message>
        <source>A part of a document is missing</source>
        <translation>Falta una parte de un documento</translation>
    </message>
    <message>
        <source>A document is not what was attached</source>
        <translation>Un documento no es lo que se adjuntó</translation>
    </message>
    <message>
        <source>The documents of a case are not what its history says</source>
        <translation>Los documentos de un caso no son lo que dice su historial</translation>
    </message>
    <message>
        <source>The document has no pages.</source>
        <translation>El documento no tiene páginas.</translation>
    </message>
    <message>
        <source>A document needs a title.</source>
        <translation>Un documento necesita un título.</translation>
    </message>
    <message>
        <source>“%1” is no item of the policy&apos;s required documentation.</source>
        <translation>“%1” no es parte de la documentación que exige la política.</translation>
    </message>
    <message>
        <source>Say why the document is taken out of the record.</source>
        <translation>Diga por qué se quita el documento del expediente.</translation>
    </message>
    <message>
        <source>This document is not part of the record.</source>
        <translation>Este documento no es parte del expediente.</translation>
    </message>
    <message>
        <source>This case is not in the workspace.</source>
        <translation>Este caso no está en el espacio de trabajo.</translation>
    </message>
</context>
<context>
    <name>DueDate</name>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>1 calendar day</source>
        <translation>1 día calendario</translation>
    </message>
    <message>
        <source>%1 calendar days</source>
        <translation>%1 días calendario</translation>
    </message>
    <message>
        <source>1 business day</source>
        <translation>1 día hábil</translation>
    </message>
    <message>
        <source>%1 business days</source>
        <translation>%1 días hábiles</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>received %1 + %2</source>
        <translation>recibida %1 + %2</translation>
    </message>
    <message>
        <source>%1 + %2 of extension</source>
        <translation>%1 + %2 de prórroga</translation>
    </message>
    <message>
        <source>%1, paused %2 for information</source>
        <translation>%1, en pausa %2 por información</translation>
    </message>
    <message>
        <source>%1, paused %2 d for information</source>
        <translation>%1, en pausa %2 d por información</translation>
    </message>
    <message>
        <source>wait for information ends %1</source>
        <translation>la espera de información termina %1</translation>
    </message>
    <message>
        <source>information ended %1</source>
        <translation>la espera de información terminó %1</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source> (not counted: %1)</source>
        <translation> (no cuentan: %1)</translation>
    </message>
    <message>
        <source>end of %1</source>
        <translation>fin del %1</translation>
    </message>
    <message>
        <source>%1%2 = %3</source>
        <translation>%1%2 = %3</translation>
    </message>
    <message>
        <source>Overdue %1 min</source>
        <translation>Vencido %1 min</translation>
    </message>
    <message>
        <source>Overdue %1 h</source>
        <translation>Vencido %1 h</translation>
    </message>
    <message>
        <source>Overdue %1 d</source>
        <translation>Vencido %1 d</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Hoy %1</translation>
    </message>
    <message>
        <source>%1 is not a date that exists.</source>
        <translation>%1 no es una fecha que exista.</translation>
    </message>
    <message>
        <source>%1 (asked later than %2 after receipt: no more time)</source>
        <translation>%1 (se pidió más de %2 después de la recepción: sin más tiempo)</translation>
    </message>
    <message>
        <source>%1 (the letter that asks was issued later than %2 after receipt: no more time)</source>
        <translation>%1 (la carta que la pide se emitió más de %2 después de la recepción: sin más tiempo)</translation>
    </message>
    <message>
        <source>What was asked for on %1 was answered before the letter that asks was issued: the clock ran on.</source>
        <translation>Lo que se pidió el %1 se respondió antes de emitirse la carta que lo pide: el reloj siguió corriendo.</translation>
    </message>
    <message>
        <source>The clock runs until the letter that asks is issued.</source>
        <translation>El reloj corre hasta que se emita la carta que pide la información.</translation>
    </message>
    <message>
        <source>The letter that asks was issued on %1, when the time had run out: it stops nothing.</source>
        <translation>La carta que pide la información se emitió el %1, cuando el plazo ya había vencido: no detiene nada.</translation>
    </message>
    <message>
        <source>More time was taken on %1, but its notice was issued on %2, when the time had run out: it does not count.</source>
        <translation>Se tomó más tiempo el %1, pero su aviso se emitió el %2, cuando el plazo ya había vencido: no cuenta.</translation>
    </message>
    <message>
        <source>More time was taken on %1; it counts once its notice is issued, by %2.</source>
        <translation>Se tomó más tiempo el %1; cuenta cuando se emita su aviso, a más tardar: %2.</translation>
    </message>
    <message>
        <source>wait for information ended %1</source>
        <translation>la espera de información terminó %1</translation>
    </message>
</context>
<context>
    <name>DurableFiles</name>
    <message>
        <source>The copy was stopped; nothing was changed.</source>
        <translation>La copia se detuvo; no se cambió nada.</translation>
    </message>
    <message>
        <source>The disk is full: %1 cannot be written. Make room and try again; nothing was changed.</source>
        <translation>El disco está lleno: %1 no se puede escribir. Libere espacio e intente de nuevo; no se cambió nada.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Check the folder&apos;s permissions and try again.</source>
        <translation>%1 no se puede escribir (%2). Revise los permisos de la carpeta e intente de nuevo.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written (%2). Check the disk and try again.</source>
        <translation>%1 no se puede leer ni escribir (%2). Revise el disco e intente de nuevo.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 no se puede leer: %2.</translation>
    </message>
    <message>
        <source>The folder %1 is not there (any more).</source>
        <translation>La carpeta %1 no está (o ya no está).</translation>
    </message>
    <message>
        <source>Another ReviewDesk is changing the keys or the files of %1. Try again when it is done.</source>
        <translation>Otro ReviewDesk está cambiando las claves o los archivos de %1. Intente de nuevo cuando termine.</translation>
    </message>
</context>
<context>
    <name>EffectiveDates</name>
    <message>
        <source>From when a policy is effective is a supervisor&apos;s to enter.</source>
        <translation>Desde cuándo rige una política lo indica un supervisor.</translation>
    </message>
    <message>
        <source>A policy becomes effective in a year from %1 to %2.</source>
        <translation>Una política entra en vigencia en un año entre %1 y %2.</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>F1 opens the help.</source>
        <translation>F1 abre la ayuda.</translation>
    </message>
</context>
<context>
    <name>FhirBundle</name>
    <message>
        <source>This is no FHIR resource: it has no resourceType.</source>
        <translation>Esto no es un recurso FHIR: no tiene resourceType.</translation>
    </message>
    <message>
        <source>This is a FHIR “%1”, not a Bundle with a request.</source>
        <translation>Esto es un “%1” de FHIR, no un Bundle con una solicitud.</translation>
    </message>
    <message>
        <source>This Bundle is an answer (ClaimResponse), not a request: it has no Claim.</source>
        <translation>Este Bundle es una respuesta (ClaimResponse), no una solicitud: no tiene Claim.</translation>
    </message>
    <message>
        <source>This Bundle has no Claim, so it asks for nothing.</source>
        <translation>Este Bundle no tiene Claim, así que no pide nada.</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Received</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Momento</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Línea de negocio</translation>
    </message>
    <message>
        <source>Plan state</source>
        <translation>Estado del plan</translation>
    </message>
    <message>
        <source>Member name</source>
        <translation>Nombre del miembro</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Member ID</source>
        <translation>Número de miembro</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Member address</source>
        <translation>Dirección del miembro</translation>
    </message>
    <message>
        <source>Preferred language</source>
        <translation>Idioma preferido</translation>
    </message>
    <message>
        <source>Provider name</source>
        <translation>Nombre del proveedor</translation>
    </message>
    <message>
        <source>Provider NPI</source>
        <translation>NPI del proveedor</translation>
    </message>
    <message>
        <source>Provider address</source>
        <translation>Dirección del proveedor</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Fax number</source>
        <translation>Número de fax</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Facility NPI</source>
        <translation>NPI del centro</translation>
    </message>
    <message>
        <source>Procedure codes</source>
        <translation>Códigos de procedimiento</translation>
    </message>
    <message>
        <source>Diagnosis codes</source>
        <translation>Códigos de diagnóstico</translation>
    </message>
    <message>
        <source>Planned on</source>
        <translation>Previsto para el</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Note to the physician</source>
        <translation>Nota para el médico</translation>
    </message>
    <message>
        <source>Reason in plain words</source>
        <translation>Motivo en palabras sencillas</translation>
    </message>
    <message>
        <source>Clinical rationale</source>
        <translation>Justificación clínica</translation>
    </message>
    <message>
        <source>Authorization number</source>
        <translation>Número de autorización</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Válida desde</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Válida hasta</translation>
    </message>
    <message>
        <source>Reply by</source>
        <translation>Responder antes de</translation>
    </message>
    <message>
        <source>Contract provision</source>
        <translation>Cláusula del contrato</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>pág. %1</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 páginas</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>Fuente de %1</translation>
    </message>
    <message>
        <source>Not documented</source>
        <translation>No documentado</translation>
    </message>
    <message>
        <source>Entries to confirm</source>
        <translation>Datos por confirmar</translation>
    </message>
    <message>
        <source>Reason in plain words, translated</source>
        <translation>Motivo en palabras sencillas, traducido</translation>
    </message>
    <message>
        <source>Reason for more time</source>
        <translation>Motivo de la prórroga</translation>
    </message>
    <message>
        <source>Extended to</source>
        <translation>Prorrogado hasta</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
</context>
<context>
    <name>FileContent</name>
    <message>
        <source>“%1” could not be written: %2. Choose another place.</source>
        <translation>No se pudo escribir “%1”: %2. Elija otro lugar.</translation>
    </message>
    <message>
        <source>It was stopped; no file was written.</source>
        <translation>Se detuvo; no se escribió ningún archivo.</translation>
    </message>
    <message>
        <source>The file has more than %1 bytes.</source>
        <translation>El archivo tiene más de %1 bytes.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Missing: %1.</source>
        <translation>Falta: %1.</translation>
    </message>
    <message>
        <source>How the request came is not entered; some time limits depend on it.</source>
        <translation>No se anotó cómo llegó la solicitud; algunos plazos dependen de ello.</translation>
    </message>
    <message>
        <source>The plan&apos;s state is not entered; its time limits may be stricter.</source>
        <translation>No se anotó el estado del plan; sus plazos pueden ser más estrictos.</translation>
    </message>
    <message>
        <source>The member&apos;s date of birth is not entered.</source>
        <translation>No se anotó la fecha de nacimiento del miembro.</translation>
    </message>
    <message>
        <source>The provider&apos;s NPI is not entered.</source>
        <translation>No se anotó el NPI del proveedor.</translation>
    </message>
    <message>
        <source>No procedure code is entered; the letter names what is decided by its codes.</source>
        <translation>No se anotó ningún código de procedimiento; la carta nombra por sus códigos lo que se decide.</translation>
    </message>
    <message>
        <source>No diagnosis code is entered.</source>
        <translation>No se anotó ningún código de diagnóstico.</translation>
    </message>
    <message>
        <source>The request cannot have been received in the future.</source>
        <translation>La solicitud no puede haberse recibido en el futuro.</translation>
    </message>
    <message>
        <source>The state is written with two capital letters, such as WA.</source>
        <translation>El estado se escribe con dos letras mayúsculas, como WA.</translation>
    </message>
    <message>
        <source>The date of birth is in the future.</source>
        <translation>La fecha de nacimiento está en el futuro.</translation>
    </message>
    <message>
        <source>The date of birth is more than %1 years ago.</source>
        <translation>La fecha de nacimiento es de hace más de %1 años.</translation>
    </message>
    <message>
        <source>The planned date is before the request was received, which speaks of a request after the service.</source>
        <translation>La fecha prevista es anterior a la recepción de la solicitud, lo que indica una solicitud posterior al servicio.</translation>
    </message>
    <message>
        <source>The date of service is in the future, but the request is entered as after the service.</source>
        <translation>La fecha del servicio está en el futuro, pero la solicitud se anotó como posterior al servicio.</translation>
    </message>
    <message>
        <source>%1 is not on the policy&apos;s code list.</source>
        <translation>%1 no está en la lista de códigos de la política.</translation>
    </message>
    <message>
        <source>“%1” does not have the form of an ICD-10-CM code, such as C78.7.</source>
        <translation>“%1” no tiene la forma de un código ICD-10-CM, como C78.7.</translation>
    </message>
    <message>
        <source>The source for “%1” is dated in the future.</source>
        <translation>La fuente de “%1” tiene una fecha futura.</translation>
    </message>
    <message>
        <source>Not received yet: %1.</source>
        <translation>Todavía no se recibió: %1.</translation>
    </message>
    <message>
        <source>A document cannot have been received in the future.</source>
        <translation>Un documento no puede haberse recibido en el futuro.</translation>
    </message>
    <message>
        <source>The authorization would end before it begins.</source>
        <translation>La autorización terminaría antes de comenzar.</translation>
    </message>
    <message>
        <source>An NPI has ten digits.</source>
        <translation>Un NPI tiene diez dígitos.</translation>
    </message>
    <message>
        <source>The NPI&apos;s check digit is wrong: one of its digits is mistyped.</source>
        <translation>El dígito de control del NPI no coincide: uno de sus dígitos está mal escrito.</translation>
    </message>
    <message>
        <source>when the request was received</source>
        <translation>cuándo se recibió la solicitud</translation>
    </message>
    <message>
        <source>standard or expedited</source>
        <translation>estándar o acelerada</translation>
    </message>
    <message>
        <source>before, during or after the service</source>
        <translation>antes, durante o después del servicio</translation>
    </message>
    <message>
        <source>line of business</source>
        <translation>línea de negocio</translation>
    </message>
    <message>
        <source>member name</source>
        <translation>nombre del miembro</translation>
    </message>
    <message>
        <source>member ID</source>
        <translation>número de miembro</translation>
    </message>
    <message>
        <source>provider name</source>
        <translation>nombre del proveedor</translation>
    </message>
    <message>
        <source>As sent, confirmed by nobody yet.</source>
        <translation>Como se envió; nadie lo confirmó todavía.</translation>
    </message>
</context>
<context>
    <name>FolderKind</name>
    <message>
        <source>%1 is on a network share (%2). A workspace there would be damaged as soon as two computers use it, or the network fails. Choose a folder on this computer&apos;s own disk.</source>
        <translation>%1 está en una carpeta de red (%2). Un espacio de trabajo allí se dañaría en cuanto lo usaran dos computadoras o fallara la red. Elija una carpeta en el disco de esta computadora.</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>%1: added %2</source>
        <translation>%1: se agrega %2</translation>
    </message>
    <message>
        <source>%1: removed %2</source>
        <translation>%1: se quita %2</translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation>%1: de %2 a %3</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: only the spacing changed</source>
        <translation>%1: solo cambian los espacios</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <translation>%1: ha cambiado</translation>
    </message>
    <message>
        <source>%1: in another order</source>
        <translation>%1: en otro orden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>se agrega %1</translation>
    </message>
    <message>
        <source>removed %1</source>
        <translation>se quita %1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Comenzar</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Print the letter</source>
        <translation>Imprimir la carta</translation>
    </message>
    <message>
        <source>Remove a document</source>
        <translation>Quitar un documento</translation>
    </message>
    <message>
        <source>Other step</source>
        <translation>Otro paso</translation>
    </message>
    <message>
        <source>, “%1”</source>
        <translation>, “%1”</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the changes of one step</comment>
        <translation>; </translation>
    </message>
    <message>
        <source> (%1%2)</source>
        <translation> (%1%2)</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message>
        <source>Something follows after the end of the document.</source>
        <translation>Hay algo después del final del documento.</translation>
    </message>
    <message>
        <source>The document ends where a value is expected.</source>
        <translation>El documento termina donde se espera un valor.</translation>
    </message>
    <message>
        <source>The document is nested too deeply.</source>
        <translation>El documento tiene demasiados niveles anidados.</translation>
    </message>
    <message>
        <source>A value is expected here.</source>
        <translation>Aquí se espera un valor.</translation>
    </message>
    <message>
        <source>A member&apos;s name in double quotes is expected here.</source>
        <translation>Aquí se espera el nombre de un miembro entre comillas dobles.</translation>
    </message>
    <message>
        <source>A colon is expected here.</source>
        <translation>Aquí se esperan dos puntos.</translation>
    </message>
    <message>
        <source>A comma or a closing brace is expected here.</source>
        <translation>Aquí se espera una coma o una llave de cierre.</translation>
    </message>
    <message>
        <source>A comma or a closing bracket is expected here.</source>
        <translation>Aquí se espera una coma o un corchete de cierre.</translation>
    </message>
    <message>
        <source>A control character stands in a text; it must be escaped.</source>
        <translation>Hay un carácter de control en un texto; debe llevar escape.</translation>
    </message>
    <message>
        <source>The document ends inside a text.</source>
        <translation>El documento termina dentro de un texto.</translation>
    </message>
    <message>
        <source>This escape is not one of JSON&apos;s.</source>
        <translation>Esta secuencia de escape no es de JSON.</translation>
    </message>
    <message>
        <source>Four hexadecimal digits are expected after \u.</source>
        <translation>Se esperan cuatro dígitos hexadecimales después de \u.</translation>
    </message>
    <message>
        <source>Half of a surrogate pair stands alone.</source>
        <translation>Hay medio par sustituto suelto.</translation>
    </message>
    <message>
        <source>A digit is expected here.</source>
        <translation>Aquí se espera un dígito.</translation>
    </message>
    <message>
        <source>A number must not begin with a zero.</source>
        <translation>Un número no puede comenzar con cero.</translation>
    </message>
    <message>
        <source>The document has too many values.</source>
        <translation>El documento tiene demasiados valores.</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>Este número es demasiado grande.</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; stands here twice.</source>
        <translation>El miembro “%1” está aquí dos veces.</translation>
    </message>
    <message>
        <source>The document holds a value that is too large (%1).</source>
        <translation>El documento contiene un valor demasiado grande (%1).</translation>
    </message>
    <message>
        <source>The document has more than %1 bytes.</source>
        <translation>El documento tiene más de %1 bytes.</translation>
    </message>
    <message>
        <source>This is not UTF-8 text.</source>
        <translation>Este texto no es UTF-8.</translation>
    </message>
</context>
<context>
    <name>JsonSchema</name>
    <message>
        <source>The member &quot;%1&quot; is not known here.</source>
        <translation>Aquí no se conoce el miembro “%1”.</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is missing.</source>
        <translation>Falta el miembro “%1”.</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is missing: another one needs it.</source>
        <translation>Falta el miembro “%1”: otro lo necesita.</translation>
    </message>
    <message>
        <source>Another kind of value is expected here.</source>
        <translation>Aquí se espera otra clase de valor.</translation>
    </message>
    <message>
        <source>This value is not one of those allowed here.</source>
        <translation>Este valor no es uno de los permitidos aquí.</translation>
    </message>
    <message>
        <source>This text does not have the form that is expected here.</source>
        <translation>Este texto no tiene la forma que se espera aquí.</translation>
    </message>
    <message>
        <source>This is empty.</source>
        <translation>Esto está vacío.</translation>
    </message>
    <message>
        <source>This has fewer than %1 parts.</source>
        <translation>Esto tiene menos de %1 partes.</translation>
    </message>
    <message>
        <source>This has more than %1 parts.</source>
        <translation>Esto tiene más de %1 partes.</translation>
    </message>
    <message>
        <source>This number is outside the range that is allowed here (limit %1).</source>
        <translation>Este número está fuera del intervalo permitido aquí (límite %1).</translation>
    </message>
    <message>
        <source>This is no valid date or time.</source>
        <translation>Esto no es una fecha ni una hora válida.</translation>
    </message>
    <message>
        <source>Two elements of this list are the same.</source>
        <translation>Dos elementos de esta lista son iguales.</translation>
    </message>
    <message>
        <source>This does not follow the schema: %1</source>
        <translation>Esto no sigue el esquema: %1</translation>
    </message>
    <message>
        <source>This text has more than %1 characters.</source>
        <translation>Este texto tiene más de %1 caracteres.</translation>
    </message>
    <message>
        <source>The schema cannot be used: %1</source>
        <translation>El esquema no se puede usar: %1</translation>
    </message>
    <message>
        <source>The schema cannot be read: %1</source>
        <translation>El esquema no se puede leer: %1</translation>
    </message>
    <message>
        <source>There is no schema to check this by.</source>
        <translation>No hay esquema con que verificar esto.</translation>
    </message>
</context>
<context>
    <name>KeptMeanwhile</name>
    <message>
        <source>%1 at %2: %3.</source>
        <translation>%1, a las %2: %3.</translation>
    </message>
    <message>
        <source>%1 changed this case at %2.</source>
        <translation>%1 cambió este caso a las %2.</translation>
    </message>
    <message>
        <source>%1 changed this case at %2 (%3).</source>
        <translation>%1 cambió este caso a las %2 (%3).</translation>
    </message>
</context>
<context>
    <name>KeyFile</name>
    <message>
        <source>The key file is damaged at %1: %2. Put back workspace.keys from a backup.</source>
        <translation>El archivo de claves está dañado en %1: %2. Restaure workspace.keys de una copia de seguridad.</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>no es un objeto</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>an unknown member</source>
        <translation>un miembro desconocido</translation>
    </message>
    <message>
        <source>not a text</source>
        <translation>no es un texto</translation>
    </message>
    <message>
        <source>not a whole number from %1 to %2</source>
        <translation>no es un número entero de %1 a %2</translation>
    </message>
    <message>
        <source>not %1 bytes in base64</source>
        <translation>no son %1 bytes en base64</translation>
    </message>
    <message>
        <source>its digest differs</source>
        <translation>su resumen es distinto</translation>
    </message>
    <message>
        <source>a method that this program does not know</source>
        <translation>un método que este programa no conoce</translation>
    </message>
    <message>
        <source>The key file was written by a newer ReviewDesk (format %1; this one knows %2). Update the program.</source>
        <translation>El archivo de claves lo escribió un ReviewDesk más nuevo (formato %1; este conoce %2). Actualice el programa.</translation>
    </message>
    <message>
        <source>not a database&apos;s name</source>
        <translation>no es el nombre de una base de datos</translation>
    </message>
    <message>
        <source>not a list of users</source>
        <translation>no es una lista de usuarios</translation>
    </message>
    <message>
        <source>There is no workspace in %1.</source>
        <translation>No hay ningún espacio de trabajo en %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 no se puede leer: %2.</translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>There is not enough memory to derive the key.</source>
        <translation>No hay memoria suficiente para derivar la clave.</translation>
    </message>
    <message>
        <source>The key file is damaged at %1. Put back workspace.keys from a backup.</source>
        <translation>El archivo de claves está dañado en %1. Restaure workspace.keys de una copia de seguridad.</translation>
    </message>
    <message>
        <source>A passphrase is needed.</source>
        <translation>Se necesita una frase de contraseña.</translation>
    </message>
    <message>
        <source>The passphrase is not the one of &quot;%1&quot;.</source>
        <translation>La frase de contraseña no es la de “%1”.</translation>
    </message>
    <message>
        <source>There is no account &quot;%1&quot; in this workspace.</source>
        <translation>No hay ninguna cuenta “%1” en este espacio de trabajo.</translation>
    </message>
    <message>
        <source>libsodium cannot be started on this computer.</source>
        <translation>No se puede iniciar libsodium en esta computadora.</translation>
    </message>
    <message>
        <source>A login name is needed.</source>
        <translation>Se necesita un nombre de usuario.</translation>
    </message>
    <message>
        <source>This recovery key belongs to another workspace.</source>
        <translation>Esta clave de recuperación pertenece a otro espacio de trabajo.</translation>
    </message>
</context>
<context>
    <name>LetterDraft</name>
    <message>
        <source>Somebody else wrote the same words meanwhile. Yours are still here and nothing was overwritten: copy what you need, go back, and open the letter again.</source>
        <translation>Entretanto otra persona escribió las mismas palabras. Las suyas siguen aquí y nada se sobrescribió: copie lo que necesite, vuelva atrás y abra la carta de nuevo.</translation>
    </message>
</context>
<context>
    <name>LetterNeeds</name>
    <message>
        <source>The member’s date of birth is after the request was received.</source>
        <translation>La fecha de nacimiento del miembro es posterior a la recepción de la solicitud.</translation>
    </message>
    <message>
        <source>No step can be dated before the request was received: look at when it was received.</source>
        <translation>Ningún paso puede tener fecha anterior a la recepción de la solicitud: revise cuándo se recibió.</translation>
    </message>
    <message>
        <source>The approval ends before it begins.</source>
        <translation>La aprobación termina antes de empezar.</translation>
    </message>
    <message>
        <source>The date of service, %1, is before the approval begins (%2).</source>
        <translation>La fecha del servicio, %1, es anterior al comienzo de la aprobación (%2).</translation>
    </message>
    <message>
        <source>The date of service, %1, is after the approval ends (%2).</source>
        <translation>La fecha del servicio, %1, es posterior al final de la aprobación (%2).</translation>
    </message>
    <message>
        <source>The approval is over (%1) before it is decided (%2), and the care is still to come.</source>
        <translation>La aprobación termina (%1) antes de decidirse (%2), y la atención aún está por darse.</translation>
    </message>
    <message>
        <source>Reply by %1 is too late: asking does not stop the clock here, and the decision is due on %2. Give until %2 at the latest, or leave the day out.</source>
        <translation>Responder hasta el %1 es demasiado tarde: preguntar no detiene aquí el plazo, y la decisión vence el %2. Dé plazo hasta el %2 a más tardar, o no ponga fecha.</translation>
    </message>
    <message>
        <source>credential</source>
        <translation>credencial</translation>
    </message>
    <message>
        <source>specialty</source>
        <translation>especialidad</translation>
    </message>
</context>
<context>
    <name>LetterOutput</name>
    <message>
        <source>Letter %1</source>
        <translation>Carta %1</translation>
    </message>
    <message>
        <source>Print letter</source>
        <translation>Imprimir la carta</translation>
    </message>
    <message>
        <source>The printer did not take the letter. Check that it is on, then print again; nothing was counted as printed.</source>
        <translation>La impresora no recibió la carta. Revise que esté encendida e imprima de nuevo; nada se contó como impreso.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page for a screen reader (*.html)</source>
        <translation>Página para lector de pantalla (*.html)</translation>
    </message>
    <message>
        <source>Save letter</source>
        <translation>Guardar la carta</translation>
    </message>
</context>
<context>
    <name>LetterRepository</name>
    <message>
        <source>A letter needs its kind, recipient, title, words, template version and digest.</source>
        <translation>Una carta necesita su clase, destinatario, título, texto, versión de plantilla y resumen.</translation>
    </message>
    <message>
        <source>The time of %1 was not extended.</source>
        <translation>El plazo de %1 no se prorrogó.</translation>
    </message>
    <message>
        <source>This letter does not say what was decided in %1.</source>
        <translation>Esta carta no dice lo que se decidió en %1.</translation>
    </message>
    <message>
        <source>A correction says why the earlier letter is corrected.</source>
        <translation>Una corrección dice por qué se corrige la carta anterior.</translation>
    </message>
    <message>
        <source>This letter was issued already. Print it again from the case; a reprint is marked COPY.</source>
        <translation>Esta carta ya se emitió. Imprímala de nuevo desde el caso; una reimpresión lleva la marca COPY.</translation>
    </message>
    <message>
        <source>The letter to be corrected is of an earlier round or request.</source>
        <translation>La carta que se corregiría es de una ronda o una solicitud anterior.</translation>
    </message>
    <message>
        <source>That letter was corrected already. Open the case again to see the correction.</source>
        <translation>Esa carta ya se corrigió. Abra el caso de nuevo para ver la corrección.</translation>
    </message>
    <message>
        <source>This letter is not in the workspace.</source>
        <translation>Esta carta no está en el espacio de trabajo.</translation>
    </message>
    <message>
        <source>An issued letter is not what was issued (%1).</source>
        <translation>Una carta emitida no es lo que se emitió (%1).</translation>
    </message>
    <message>
        <source>A letter that was issued is missing (%1).</source>
        <translation>Falta una carta que se emitió (%1).</translation>
    </message>
    <message>
        <source>%1 was saved since this letter was composed. Nothing was issued; read the letter as it is now.</source>
        <translation>%1 se guardó después de que se compuso esta carta. No se emitió nada; lea la carta como está ahora.</translation>
    </message>
</context>
<context>
    <name>LetterRights</name>
    <message>
        <source>The time was not extended in this round, so there is nothing to give notice of.</source>
        <translation>El plazo no se prorrogó en esta ronda, así que no hay nada que avisar.</translation>
    </message>
    <message>
        <source>The case is %1: the letter follows the decision.</source>
        <translation>El caso está en “%1”: la carta viene después de la decisión.</translation>
    </message>
</context>
<context>
    <name>LetterRun</name>
    <message>
        <source>Somebody else sent it out meanwhile.</source>
        <translation>Otra persona la envió entretanto.</translation>
    </message>
</context>
<context>
    <name>MailList</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Verification code</source>
        <translation>Código de verificación</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>Salió</translation>
    </message>
    <message>
        <source>Mail list</source>
        <translation>Lista de correo</translation>
    </message>
    <message>
        <source>Letters: %1. %2</source>
        <translation>Cartas: %1. %2</translation>
    </message>
    <message>
        <source>The pages could not be painted.</source>
        <translation>Las páginas no se pudieron dibujar.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Requests are taken in by nurses and supervisors.</source>
        <translation>Las solicitudes las reciben enfermería y supervisión.</translation>
    </message>
    <message>
        <source>There is no case %1 in the workspace.</source>
        <translation>No hay ningún caso %1 en el espacio de trabajo.</translation>
    </message>
</context>
<context>
    <name>Migrator</name>
    <message>
        <source>This workspace was used with a newer ReviewDesk (schema %1; this one knows %2). Update the program.</source>
        <translation>Este espacio de trabajo se usó con un ReviewDesk más nuevo (esquema %1; este conoce %2). Actualice el programa.</translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message>
        <source>Criteria not met: refer to a physician</source>
        <translation>Criterios no cumplidos: remitir a un médico</translation>
    </message>
    <message>
        <source>Criteria met</source>
        <translation>Criterios cumplidos</translation>
    </message>
    <message>
        <source>Criteria met: %1</source>
        <translation>Criterios cumplidos: %1</translation>
    </message>
    <message>
        <source>Not decided: 1 answer left</source>
        <translation>Sin decidir: falta 1 respuesta</translation>
    </message>
    <message>
        <source>Not decided: %1 answers left</source>
        <translation>Sin decidir: faltan %1 respuestas</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>sin responder</translation>
    </message>
    <message>
        <source>not documented</source>
        <translation>no documentado</translation>
    </message>
    <message>
        <source>effective date not stated</source>
        <translation>fecha de vigencia no indicada</translation>
    </message>
    <message>
        <source>effective %1</source>
        <translation>vigente desde %1</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
</context>
<context>
    <name>OverdueTrend</name>
    <message>
        <source>Open and overdue</source>
        <translation>Abiertos y vencidos</translation>
    </message>
    <message>
        <source>Cases received and not yet closed at the end of the day or week, so far at most, and those of them that were past due; from the first one on that had any. Decided late: in that day or week, after the case was due. The due instant is that of the strictest rule, with the waits and extensions on record today.</source>
        <translation>Casos recibidos y aún no cerrados al final del día o de la semana, como máximo hasta ahora, y cuántos de ellos estaban vencidos; desde el primero que tuvo alguno. Decidido tarde: en ese día o semana, después de vencido el caso. El vencimiento es el de la regla más estricta, con las esperas y prórrogas registradas hoy.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week to</source>
        <translation>Semana hasta</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencidos</translation>
    </message>
    <message>
        <source>Decided late</source>
        <translation>Decididos tarde</translation>
    </message>
</context>
<context>
    <name>PackVersions</name>
    <message>
        <source>This was decided under version %1 of the policy, and that pack is not installed: no letter can be written by it. Letters that were issued can be opened.</source>
        <translation>Esto se decidió con la versión %1 de la política, y esa versión no está instalada: no se puede escribir ninguna carta con ella. Las cartas emitidas se pueden abrir.</translation>
    </message>
</context>
<context>
    <name>PassphraseQuality</name>
    <message>
        <source>It contains a name that others know. Add words that are only yours.</source>
        <translation>Contiene un nombre que otros conocen. Agregue palabras que sean solo suyas.</translation>
    </message>
    <message>
        <source>Too easy to guess: it repeats itself or counts up. Use a few words.</source>
        <translation>Demasiado fácil de adivinar: se repite o cuenta en orden. Use unas cuantas palabras.</translation>
    </message>
    <message>
        <source>Fair. One more word would make it good.</source>
        <translation>Aceptable. Una palabra más la haría buena.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Buena.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Fuerte.</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>This PDF is damaged and cannot be read. Ask for it to be sent again.</source>
        <translation>Este PDF está dañado y no se puede leer. Pida que lo envíen de nuevo.</translation>
    </message>
    <message>
        <source>This PDF is locked by a password. Ask the sender for one that is not, or print it to a new PDF.</source>
        <translation>Este PDF está protegido con contraseña. Pida al remitente uno sin ella, o imprímalo en un PDF nuevo.</translation>
    </message>
</context>
<context>
    <name>PicturePages</name>
    <message>
        <source>The picture has %1 × %2 dots: scan it at 300 dots an inch.</source>
        <translation>La imagen tiene %1 × %2 puntos: escanéela a 300 puntos por pulgada.</translation>
    </message>
    <message>
        <source>The picture is damaged and cannot be read. Ask for it to be sent again.</source>
        <translation>La imagen está dañada y no se puede leer. Pida que la envíen de nuevo.</translation>
    </message>
    <message>
        <source>This computer cannot read it: %1. Print it to a PDF and attach that.</source>
        <translation>Esta computadora no puede leerlo: %1. Imprímalo en un PDF y adjunte ese.</translation>
    </message>
</context>
<context>
    <name>PolicyDifference</name>
    <message>
        <source>The policy</source>
        <translation>La política</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterio</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Required document</source>
        <translation>Documento exigido</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Check of codes</source>
        <translation>Comprobación de códigos</translation>
    </message>
    <message>
        <source>Recorded item</source>
        <translation>Dato registrado</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Page of the review</source>
        <translation>Página de la revisión</translation>
    </message>
    <message>
        <source>Passages that are found</source>
        <translation>Pasajes que se encuentran</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>version</source>
        <translation>versión</translation>
    </message>
    <message>
        <source>date of origin</source>
        <translation>fecha de origen</translation>
    </message>
    <message>
        <source>effective date</source>
        <translation>fecha de vigencia</translation>
    </message>
    <message>
        <source>file of its text</source>
        <translation>archivo de su texto</translation>
    </message>
    <message>
        <source>SHA-256 of its text</source>
        <translation>SHA-256 de su texto</translation>
    </message>
    <message>
        <source>that the contract comes first</source>
        <translation>que el contrato prevalece</translation>
    </message>
    <message>
        <source>place in the policy</source>
        <translation>lugar en la política</translation>
    </message>
    <message>
        <source>short name</source>
        <translation>nombre corto</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>frase</translation>
    </message>
    <message>
        <source>what it leads to</source>
        <translation>a qué lleva</translation>
    </message>
    <message>
        <source>criteria that give it</source>
        <translation>criterios que lo dan</translation>
    </message>
    <message>
        <source>the policy&apos;s words</source>
        <translation>las palabras de la política</translation>
    </message>
    <message>
        <source>applies when</source>
        <translation>se aplica cuando</translation>
    </message>
    <message>
        <source>is met when</source>
        <translation>se cumple cuando</translation>
    </message>
    <message>
        <source>short heading</source>
        <translation>título corto</translation>
    </message>
    <message>
        <source>question</source>
        <translation>pregunta</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>respuestas</translation>
    </message>
    <message>
        <source>words of the answers</source>
        <translation>palabras de las respuestas</translation>
    </message>
    <message>
        <source>asked when</source>
        <translation>se pregunta cuando</translation>
    </message>
    <message>
        <source>explanation</source>
        <translation>explicación</translation>
    </message>
    <message>
        <source>words for letters</source>
        <translation>palabras para las cartas</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>cita</translation>
    </message>
    <message>
        <source>page of the review</source>
        <translation>página de la revisión</translation>
    </message>
    <message>
        <source>documents that show it</source>
        <translation>documentos que lo muestran</translation>
    </message>
    <message>
        <source>required when</source>
        <translation>exigido cuando</translation>
    </message>
    <message>
        <source>descriptor</source>
        <translation>descripción</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>advertencia</translation>
    </message>
    <message>
        <source>kind of codes</source>
        <translation>clase de códigos</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>códigos</translation>
    </message>
    <message>
        <source>unless with codes</source>
        <translation>salvo con los códigos</translation>
    </message>
    <message>
        <source>warns when</source>
        <translation>advierte cuando</translation>
    </message>
    <message>
        <source>shown when</source>
        <translation>se muestra cuando</translation>
    </message>
    <message>
        <source>why it is recorded</source>
        <translation>por qué se registra</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>shown beside</source>
        <translation>se muestra junto a</translation>
    </message>
    <message>
        <source>printed in letters</source>
        <translation>se imprime en las cartas</translation>
    </message>
    <message>
        <source>introduction</source>
        <translation>introducción</translation>
    </message>
    <message>
        <source>negations before</source>
        <translation>negaciones antes</translation>
    </message>
    <message>
        <source>negations after</source>
        <translation>negaciones después</translation>
    </message>
    <message>
        <source>words of doubt</source>
        <translation>palabras de duda</translation>
    </message>
    <message>
        <source>words that end a negation</source>
        <translation>palabras que terminan una negación</translation>
    </message>
    <message>
        <source>phrases</source>
        <translation>frases</translation>
    </message>
    <message>
        <source>order</source>
        <translation>orden</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>refer to a physician</source>
        <translation>remitir a un médico</translation>
    </message>
    <message>
        <source>may be approved</source>
        <translation>se puede aprobar</translation>
    </message>
    <message>
        <source>one of several</source>
        <translation>una de varias</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>sí o no</translation>
    </message>
    <message>
        <source>always</source>
        <translation>siempre</translation>
    </message>
    <message>
        <source>A reading</source>
        <translation>Una lectura</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Una nota</translation>
    </message>
    <message>
        <source>a reading to confirm</source>
        <translation>una lectura por confirmar</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>una nota</translation>
    </message>
    <message>
        <source>Words around a passage</source>
        <translation>Palabras alrededor de un pasaje</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a question and an answer</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>earlier treatments</source>
        <translation>tratamientos anteriores</translation>
    </message>
</context>
<context>
    <name>PolicyHtml</name>
    <message>
        <source>added</source>
        <translation>agregado</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>quitado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a thing of the policy and its heading</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a thing of the policy, and: added, removed, changed</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>can change an outcome</source>
        <translation>puede cambiar un resultado</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>Lugar: %1</translation>
    </message>
    <message>
        <source>Place: %1: “%2”</source>
        <comment>a place and the words there</comment>
        <translation>Lugar: %1: “%2”</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Date of origin</source>
        <translation>Fecha de origen</translation>
    </message>
    <message>
        <source>Effective date</source>
        <translation>Fecha de vigencia</translation>
    </message>
    <message>
        <source>Its text</source>
        <translation>Su texto</translation>
    </message>
    <message>
        <source>SHA-256 of the pack</source>
        <translation>SHA-256 del paquete</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>%1, by criterion %2: %3</source>
        <comment>an outcome, ids, its sentence</comment>
        <translation>%1, por el criterio %2: %3</translation>
    </message>
    <message>
        <source>Criteria, in the policy&apos;s words</source>
        <translation>Criterios, en las palabras de la política</translation>
    </message>
    <message>
        <source>Applies when %1.</source>
        <translation>Se aplica cuando %1.</translation>
    </message>
    <message>
        <source>Is met whenever it applies.</source>
        <translation>Se cumple siempre que se aplica.</translation>
    </message>
    <message>
        <source>Is met when %1.</source>
        <translation>Se cumple cuando %1.</translation>
    </message>
    <message>
        <source>Questions and their answers</source>
        <translation>Preguntas y sus respuestas</translation>
    </message>
    <message>
        <source>%1. Always asked.</source>
        <translation>%1. Se pregunta siempre.</translation>
    </message>
    <message>
        <source>%1. Asked when %2.</source>
        <translation>%1. Se pregunta cuando %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an answer and its explanation</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Required documentation, in the policy&apos;s words</source>
        <translation>Documentación exigida, en las palabras de la política</translation>
    </message>
    <message>
        <source>Required when %1.</source>
        <translation>Exigido cuando %1.</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Códigos</translation>
    </message>
    <message>
        <source>What codes are checked for</source>
        <translation>Qué se comprueba en los códigos</translation>
    </message>
    <message>
        <source>Said of %1 when %2.</source>
        <translation>Se dice de %1 cuando %2.</translation>
    </message>
    <message>
        <source>Recorded, and read by no criterion</source>
        <translation>Se registra, y ningún criterio lo lee</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name and a note</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Shown when %1.</source>
        <translation>Se muestra cuando %1.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>To be confirmed by a physician: %1</source>
        <translation>Por confirmar por un médico: %1</translation>
    </message>
    <message>
        <source>Always shown.</source>
        <translation>Se muestra siempre.</translation>
    </message>
    <message>
        <source>Printed in letters.</source>
        <translation>Se imprime en las cartas.</translation>
    </message>
    <message>
        <source>%1, entered by %2</source>
        <translation>%1, indicada por %2</translation>
    </message>
    <message>
        <source>%1, as the policy states</source>
        <translation>%1, como dice la política</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>no indicada</translation>
    </message>
</context>
<context>
    <name>PolicyReader</name>
    <message>
        <source>A text is missing here.</source>
        <translation>Aquí falta un texto.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not have the form of an id.</source>
        <translation>“%1” no tiene la forma de un identificador.</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; was given before.</source>
        <translation>El identificador “%1” ya se usó antes.</translation>
    </message>
    <message>
        <source>A policy&apos;s id has letters, digits, points, hyphens and underscores.</source>
        <translation>El identificador de una política lleva letras, dígitos, puntos, guiones y guiones bajos.</translation>
    </message>
    <message>
        <source>A version has letters, digits, points, hyphens and underscores.</source>
        <translation>Una versión lleva letras, dígitos, puntos, guiones y guiones bajos.</translation>
    </message>
    <message>
        <source>The text&apos;s digest has 64 lower-case hexadecimal digits.</source>
        <translation>El resumen del texto tiene 64 dígitos hexadecimales en minúscula.</translation>
    </message>
    <message>
        <source>The effective date is a date as YYYY-MM-DD, or null.</source>
        <translation>La fecha de vigencia es una fecha como AAAA-MM-DD, o null.</translation>
    </message>
    <message>
        <source>A yes_no fact has two options: true, then false.</source>
        <translation>Un dato yes_no tiene dos opciones: true y luego false.</translation>
    </message>
    <message>
        <source>The member &quot;counterfactual&quot; is missing.</source>
        <translation>Falta el miembro “counterfactual”.</translation>
    </message>
    <message>
        <source>A choice&apos;s values are texts.</source>
        <translation>Los valores de una elección son textos.</translation>
    </message>
    <message>
        <source>The value &quot;%1&quot; was given before.</source>
        <translation>El valor “%1” ya se dio antes.</translation>
    </message>
    <message>
        <source>The member &quot;options&quot; is missing.</source>
        <translation>Falta el miembro “options”.</translation>
    </message>
    <message>
        <source>Only a choice has options.</source>
        <translation>Solo una elección tiene opciones.</translation>
    </message>
    <message>
        <source>There is no section &quot;%1&quot;.</source>
        <translation>No hay ninguna sección “%1”.</translation>
    </message>
    <message>
        <source>Nothing stands in the section &quot;%1&quot;.</source>
        <translation>No hay nada en la sección “%1”.</translation>
    </message>
    <message>
        <source>The code &quot;%1&quot; was given before.</source>
        <translation>El código “%1” ya se dio antes.</translation>
    </message>
    <message>
        <source>There is nothing here with the id &quot;%1&quot;.</source>
        <translation>Aquí no hay nada con el identificador “%1”.</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; is a fact&apos;s already.</source>
        <translation>El identificador “%1” ya es de un dato.</translation>
    </message>
    <message>
        <source>A condition is true, false, or exactly one of: all, any, not, at_least, fact with is or in, criterion.</source>
        <translation>Una condición es true, false o exactamente una de estas: all, any, not, at_least, fact con is o in, criterion.</translation>
    </message>
    <message>
        <source>More parts must hold than there are (%1).</source>
        <translation>Deben cumplirse más partes de las que hay (%1).</translation>
    </message>
    <message>
        <source>There is no fact &quot;%1&quot;.</source>
        <translation>No hay ningún dato “%1”.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not asked before this question.</source>
        <translation>“%1” no se pregunta antes de esta pregunta.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value of &quot;%2&quot;.</source>
        <translation>“%1” no es un valor de “%2”.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice.</source>
        <translation>“%1” está aquí dos veces.</translation>
    </message>
    <message>
        <source>Only criteria may name criteria; here facts decide.</source>
        <translation>Solo los criterios pueden nombrar criterios; aquí deciden los datos.</translation>
    </message>
    <message>
        <source>There is no criterion &quot;%1&quot;.</source>
        <translation>No hay ningún criterio “%1”.</translation>
    </message>
    <message>
        <source>Its parent &quot;%1&quot; is missing.</source>
        <translation>Falta su criterio superior “%1”.</translation>
    </message>
    <message>
        <source>Its parent &quot;%1&quot; must stand before it.</source>
        <translation>Su criterio superior “%1” debe estar antes.</translation>
    </message>
    <message>
        <source>Whether it holds depends on itself (%1).</source>
        <translation>Que se cumpla depende de sí mismo (%1).</translation>
    </message>
    <message>
        <source>The first outcome must be approvable.</source>
        <translation>El primer resultado debe poder aprobarse.</translation>
    </message>
    <message>
        <source>The criteria depend on each other in more ways than can be worked out exactly.</source>
        <translation>Los criterios dependen unos de otros de más formas de las que se pueden calcular con exactitud.</translation>
    </message>
    <message>
        <source>No case can meet &quot;%1&quot;.</source>
        <translation>Ningún caso puede cumplir “%1”.</translation>
    </message>
    <message>
        <source>Some complete case has none of these outcomes.</source>
        <translation>Algún caso completo no tiene ninguno de estos resultados.</translation>
    </message>
    <message>
        <source>Some complete case has both this outcome and &quot;%1&quot;.</source>
        <translation>Algún caso completo tiene a la vez este resultado y “%1”.</translation>
    </message>
    <message>
        <source>This has more than %1 parts.</source>
        <translation>Esto tiene más de %1 partes.</translation>
    </message>
    <message>
        <source>The policy has no such fact.</source>
        <translation>La política no tiene ese dato.</translation>
    </message>
    <message>
        <source>This is no value of the fact.</source>
        <translation>Esto no es un valor del dato.</translation>
    </message>
    <message>
        <source>The phrase was given for this fact before.</source>
        <translation>La expresión ya se dio antes para este dato.</translation>
    </message>
</context>
<context>
    <name>PolicyReplay</name>
    <message>
        <source>Not decided</source>
        <translation>Sin decidir</translation>
    </message>
    <message>
        <source>The criteria of this pack are too entangled.</source>
        <translation>Los criterios de este paquete están demasiado entrelazados.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Member ID</source>
        <translation>Número de miembro</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Outcome under %1</source>
        <translation>Resultado con %1</translation>
    </message>
    <message>
        <source>Unmet under %1</source>
        <translation>Sin cumplir con %1</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criterios</translation>
    </message>
    <message>
        <source>Answers it does not know</source>
        <translation>Respuestas que no conoce</translation>
    </message>
    <message>
        <source>Needed besides</source>
        <translation>Necesario además</translation>
    </message>
</context>
<context>
    <name>PracticeTour</name>
    <message>
        <source>Help at any time</source>
        <translation>Ayuda en todo momento</translation>
    </message>
    <message>
        <source>F1 explains the page you are on, with its keys. This menu holds the settings, starts this tour again, and changes between nurse, physician and supervisor while you practice.</source>
        <translation>F1 explica la página en la que está, con sus teclas. Este menú contiene los ajustes, inicia de nuevo este recorrido y cambia entre enfermera, médico y supervisor mientras practica.</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>La carta</translation>
    </message>
    <message>
        <source>Written from the case and the policy&apos;s words, as it will print. Read it, issue it, print it or save it as PDF. Issued words never change.</source>
        <translation>Escrita a partir del caso y de las palabras de la política, tal como se imprimirá. Léala, emítala, imprímala o guárdela como PDF. Las palabras emitidas no cambian nunca.</translation>
    </message>
    <message>
        <source>Your cases</source>
        <translation>Sus casos</translation>
    </message>
    <message>
        <source>All your cases, the one that is due first on top; the views on the left ask for others. Ctrl+K finds a name, a member ID or a case number. Enter opens a case.</source>
        <translation>Todos sus casos, primero el que vence antes; las vistas de la izquierda piden otros. Ctrl+K busca un nombre, un número de afiliado o un número de caso. Entrar abre un caso.</translation>
    </message>
    <message>
        <source>A new request</source>
        <translation>Una solicitud nueva</translation>
    </message>
    <message>
        <source>New review begins one. Everything is saved while you type, and a case opens again on the page you left.</source>
        <translation>Nueva revisión empieza una. Todo se guarda mientras escribe, y un caso se abre de nuevo en la página que dejó.</translation>
    </message>
    <message>
        <source>The questions</source>
        <translation>Las preguntas</translation>
    </message>
    <message>
        <source>One question a card, by what the record shows. Y, N and D answer Yes, No and Not documented. Add the source, and it stands in the letter.</source>
        <translation>Una pregunta por tarjeta, según lo que muestra el expediente. Y, N y D responden Sí, No y No documentado. Agregue la fuente y figurará en la carta.</translation>
    </message>
    <message>
        <source>The policy, live</source>
        <translation>La política, en vivo</translation>
    </message>
    <message>
        <source>The outcome so far in one sentence, every criterion with its status, and which answers still matter. It changes with each answer. Press a criterion to go to its question.</source>
        <translation>El resultado hasta ahora en una frase, cada criterio con su estado y qué respuestas importan todavía. Cambia con cada respuesta. Pulse un criterio para ir a su pregunta.</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Qué sigue</translation>
    </message>
    <message>
        <source>Approve when the criteria are met, ask for information, or refer to a physician. Nothing adverse can be decided here, and what is not allowed says why.</source>
        <translation>Apruebe cuando se cumplan los criterios, pida información o remita a un médico. Aquí no se puede decidir nada adverso, y lo que no está permitido dice por qué.</translation>
    </message>
    <message>
        <source>Cases for a physician</source>
        <translation>Casos para un médico</translation>
    </message>
    <message>
        <source>What a nurse may not decide waits here, the case that is due first on top. Enter opens one.</source>
        <translation>Aquí espera lo que una enfermera no puede decidir, primero el caso que vence antes. Entrar abre uno.</translation>
    </message>
    <message>
        <source>What the record shows</source>
        <translation>Lo que muestra el expediente</translation>
    </message>
    <message>
        <source>Every answer with its source, and the nurse&apos;s note. A source opens its page in the record, with the place marked.</source>
        <translation>Cada respuesta con su fuente, y la nota de la enfermera. Una fuente abre su página en el expediente, con el lugar marcado.</translation>
    </message>
    <message>
        <source>The policy</source>
        <translation>La política</translation>
    </message>
    <message>
        <source>Each criterion in the policy&apos;s words with its status, and what would have met it: what the record does not show, apart from what it shows otherwise.</source>
        <translation>Cada criterio en las palabras de la política con su estado, y lo que lo habría cumplido: lo que el expediente no muestra, aparte de lo que muestra de otro modo.</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Su decisión</translation>
    </message>
    <message>
        <source>The program recommends, you decide. A denial needs your reasons in writing; what is not allowed at the moment says why.</source>
        <translation>El programa recomienda, usted decide. Una denegación necesita sus razones por escrito; lo que no está permitido por ahora dice por qué.</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Todos los casos</translation>
    </message>
    <message>
        <source>Select several to assign them or to print their letters. The views on the left count what is overdue and what waits.</source>
        <translation>Seleccione varios para asignarlos o para imprimir sus cartas. Las vistas de la izquierda cuentan lo vencido y lo que espera.</translation>
    </message>
    <message>
        <source>The department</source>
        <translation>El departamento</translation>
    </message>
    <message>
        <source>Who has how much work, letters to release, and quality samples. Every number opens its cases.</source>
        <translation>Quién tiene cuánto trabajo, las cartas por enviar y las muestras de calidad. Cada número abre sus casos.</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Yearly metrics, turnaround, decisions by criterion, overdue cases; as PDF and CSV too.</source>
        <translation>Métricas anuales, plazos, decisiones por criterio, casos vencidos; también como PDF y CSV.</translation>
    </message>
    <message>
        <source>A case, to read</source>
        <translation>Un caso, para leer</translation>
    </message>
    <message>
        <source>Any case can be read with its history, returned to its nurse with a comment, or opened again.</source>
        <translation>Cualquier caso puede leerse con su historia, devolverse a su enfermera con un comentario o abrirse de nuevo.</translation>
    </message>
</context>
<context>
    <name>PrintedPages</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>QuestionnaireReader</name>
    <message>
        <source>“%1” is no question of this policy.</source>
        <translation>“%1” no es una pregunta de esta política.</translation>
    </message>
    <message>
        <source>This is no answer to “%1”.</source>
        <translation>Esto no responde a “%1”.</translation>
    </message>
    <message>
        <source>“%1” takes one answer; the first was read.</source>
        <translation>“%1” admite una sola respuesta; se leyó la primera.</translation>
    </message>
    <message>
        <source>%1 %2 Nothing is suggested.</source>
        <translation>%1 %2 No se sugiere nada.</translation>
    </message>
</context>
<context>
    <name>Recognition</name>
    <message>
        <source>Tesseract, which reads scanned pages, is not installed.</source>
        <translation>Tesseract, que lee páginas escaneadas, no está instalado.</translation>
    </message>
    <message>
        <source>Tesseract could not read the page.</source>
        <translation>Tesseract no pudo leer la página.</translation>
    </message>
    <message>
        <source>Reading the page was stopped.</source>
        <translation>La lectura de la página se detuvo.</translation>
    </message>
</context>
<context>
    <name>RecoveryKey</name>
    <message>
        <source>&quot;%1&quot; does not occur in a recovery key.</source>
        <translation>“%1” no aparece en una clave de recuperación.</translation>
    </message>
    <message>
        <source>A recovery key has %1 characters; this has %2.</source>
        <translation>Una clave de recuperación tiene %1 caracteres; esta tiene %2.</translation>
    </message>
    <message>
        <source>A character of the recovery key is mistyped.</source>
        <translation>Un carácter de la clave de recuperación está mal escrito.</translation>
    </message>
</context>
<context>
    <name>ReportFiles</name>
    <message>
        <source>Nothing in this period.</source>
        <translation>Nada en este período.</translation>
    </message>
    <message>
        <source>Reports, %1</source>
        <translation>Informes, %1</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>As of %1, %2</source>
        <translation>Al %1, %2</translation>
    </message>
    <message>
        <source>Stopped: no PDF was made.</source>
        <translation>Detenido: no se hizo ningún PDF.</translation>
    </message>
    <message>
        <source>The pages could not be painted.</source>
        <translation>Las páginas no se pudieron dibujar.</translation>
    </message>
</context>
<context>
    <name>ReportPeriod</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>El año pasado</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Este trimestre</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>El trimestre pasado</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>El mes pasado</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>RequestPage</name>
    <message>
        <source>hh:mm</source>
        <translation>hh:mm</translation>
    </message>
    <message>
        <source>hh:mm AM/PM</source>
        <translation>hh:mm AM/PM</translation>
    </message>
    <message>
        <source>“%1” is not a time of day: write it like 2:30 PM or 14:30.</source>
        <translation>“%1” no es una hora del día: escríbala como 2:30 PM o 14:30.</translation>
    </message>
    <message>
        <source>Enter the time of receipt too: the clock runs from it.</source>
        <translation>Ingrese también la hora de recepción: el plazo corre desde ella.</translation>
    </message>
    <message>
        <source>Enter the day of receipt too.</source>
        <translation>Ingrese también el día de recepción.</translation>
    </message>
    <message>
        <source>That time does not exist on this day: the clocks were put forward.</source>
        <translation>Esa hora no existe en este día: los relojes se adelantaron.</translation>
    </message>
</context>
<context>
    <name>RequestTable</name>
    <message>
        <source>“%1” is no date. Write it as 2026-11-20.</source>
        <translation>«%1» no es una fecha. Escríbala como 2026-11-20.</translation>
    </message>
    <message>
        <source>“%1” is none of: %2.</source>
        <translation>«%1» no es ninguno de: %2.</translation>
    </message>
    <message>
        <source>“%1” is no day and time. Write them as 2026-11-20 09:10 or 2026-11-20T09:10:00-08:00.</source>
        <translation>«%1» no es un día y una hora. Escríbalos como 2026-11-20 09:10 o 2026-11-20T09:10:00-08:00.</translation>
    </message>
    <message>
        <source>“%1” lies after the time when this file came.</source>
        <translation>«%1» es posterior al momento en que llegó este archivo.</translation>
    </message>
    <message>
        <source>The column is there twice.</source>
        <translation>La columna está dos veces.</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>fila %1, columna %2</translation>
    </message>
    <message>
        <source>The first row names no column of a request. Known are: %1.</source>
        <translation>La primera fila no nombra ninguna columna de una solicitud. Se conocen: %1.</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>fila %1</translation>
    </message>
    <message>
        <source>“%1” stands in no column that the first row names.</source>
        <translation>«%1» no está en ninguna columna que nombre la primera fila.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The table has no row below the first.</source>
        <translation>La tabla no tiene ninguna fila debajo de la primera.</translation>
    </message>
</context>
<context>
    <name>ReviewAgreement</name>
    <message>
        <source>met</source>
        <translation>se cumple</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>no se cumple</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>no corresponde</translation>
    </message>
    <message>
        <source>undetermined</source>
        <translation>sin determinar</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>no se pregunta</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>sin responder</translation>
    </message>
    <message>
        <source>not documented</source>
        <translation>no documentado</translation>
    </message>
    <message>
        <source>%1, p. %2</source>
        <translation>%1, pág. %2</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: “%2”</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>ReviewCase</name>
    <message>
        <source>Nurse</source>
        <translation>Enfermero/a</translation>
    </message>
    <message>
        <source>Physician</source>
        <translation>Médico/a</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor/a</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Pended</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>Remitido</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Denegado</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Electronic (FHIR)</source>
        <translation>Electrónica (FHIR)</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Estándar</translation>
    </message>
    <message>
        <source>Expedited</source>
        <translation>Acelerada</translation>
    </message>
    <message>
        <source>Before the service</source>
        <translation>Antes del servicio</translation>
    </message>
    <message>
        <source>During a course (concurrent)</source>
        <translation>Durante un tratamiento (concurrente)</translation>
    </message>
    <message>
        <source>After the service</source>
        <translation>Después del servicio</translation>
    </message>
    <message>
        <source>Commercial, insured</source>
        <translation>Seguro comercial</translation>
    </message>
    <message>
        <source>Self-funded (ERISA)</source>
        <translation>Autofinanciado (ERISA)</translation>
    </message>
    <message>
        <source>Medicare Advantage</source>
        <translation>Medicare Advantage</translation>
    </message>
    <message>
        <source>Medicaid managed care</source>
        <translation>Medicaid administrado</translation>
    </message>
    <message>
        <source>Qualified health plan (QHP)</source>
        <translation>Plan de salud calificado (QHP)</translation>
    </message>
    <message>
        <source>Information requested</source>
        <translation>Información solicitada</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Ingresada</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importada</translation>
    </message>
    <message>
        <source>Suggested and confirmed</source>
        <translation>Sugerida y confirmada</translation>
    </message>
</context>
<context>
    <name>RoundRecords</name>
    <message>
        <source>A wait for information belongs to no round.</source>
        <translation>Una espera de información no pertenece a ninguna ronda.</translation>
    </message>
    <message>
        <source>The report was stopped.</source>
        <translation>El informe se detuvo.</translation>
    </message>
    <message>
        <source>Reports are a supervisor&apos;s.</source>
        <translation>Los informes son de supervisión.</translation>
    </message>
    <message>
        <source>This case is not in the workspace.</source>
        <translation>Este caso no está en el espacio de trabajo.</translation>
    </message>
</context>
<context>
    <name>Rulebook</name>
    <message>
        <source>There is no policy pack.</source>
        <translation>No hay ningún paquete de política.</translation>
    </message>
    <message>
        <source>The plan&apos;s time zone is not known on this computer.</source>
        <translation>Esta computadora no conoce la zona horaria del plan.</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>A supervisor draws samples.</source>
        <translation>Las muestras las extrae supervisión.</translation>
    </message>
    <message>
        <source>A sample has from 1 to %1 cases.</source>
        <translation>Una muestra tiene de 1 a %1 casos.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>El período termina antes de comenzar.</translation>
    </message>
    <message>
        <source>Samples are drawn from approved and denied cases.</source>
        <translation>Las muestras se extraen de casos aprobados y denegados.</translation>
    </message>
    <message>
        <source>No case fits: nothing was decided then, or the reviewer took part in all of it.</source>
        <translation>Ningún caso sirve: entonces no se decidió nada, o quien revisa participó en todo.</translation>
    </message>
    <message>
        <source>This case is not in the sample.</source>
        <translation>Este caso no está en la muestra.</translation>
    </message>
    <message>
        <source>This second review is somebody else&apos;s.</source>
        <translation>Esta segunda revisión es de otra persona.</translation>
    </message>
    <message>
        <source>This second review is finished.</source>
        <translation>Esta segunda revisión está terminada.</translation>
    </message>
    <message>
        <source>Answer the questions first.</source>
        <translation>Responda primero las preguntas.</translation>
    </message>
    <message>
        <source>Every choice question that is shown needs an answer.</source>
        <translation>Toda pregunta de elección que se muestra necesita respuesta.</translation>
    </message>
    <message>
        <source>This second review was saved in another window meanwhile. Nothing was overwritten.</source>
        <translation>Esta segunda revisión se guardó entretanto en otra ventana. No se sobrescribió nada.</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>A view&apos;s name has from 1 to %1 characters.</source>
        <translation>El nombre de una vista tiene de 1 a %1 caracteres.</translation>
    </message>
    <message>
        <source>You have a view named “%1” already. Choose another name.</source>
        <translation>Usted ya tiene una vista llamada “%1”. Elija otro nombre.</translation>
    </message>
    <message>
        <source>You have %1 views already. Delete one first.</source>
        <translation>Usted ya tiene %1 vistas. Elimine una primero.</translation>
    </message>
    <message>
        <source>This view is not there any more.</source>
        <translation>Esta vista ya no está.</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>&quot;%1&quot; is no port.</source>
        <translation>“%1” no es un puerto.</translation>
    </message>
    <message>
        <source>The name of the server is missing.</source>
        <translation>Falta el nombre del servidor.</translation>
    </message>
    <message>
        <source>The address of a server begins with %1</source>
        <translation>La dirección de un servidor empieza por %1</translation>
    </message>
    <message>
        <source>The name of the database is missing: %1SERVER/DATABASE</source>
        <translation>Falta el nombre de la base de datos: %1SERVIDOR/BASE</translation>
    </message>
    <message>
        <source>The address of a server names nobody: who signs in is asked for.</source>
        <translation>La dirección de un servidor no nombra a nadie: se pregunta quién inicia sesión.</translation>
    </message>
    <message>
        <source>The address of a server has no option &quot;%1&quot;.</source>
        <translation>La dirección de un servidor no tiene la opción “%1”.</translation>
    </message>
</context>
<context>
    <name>ServerDatabase</name>
    <message>
        <source>Qt&apos;s PostgreSQL driver is missing. Install libqt6sql6-psql.</source>
        <translation>Falta el controlador de PostgreSQL de Qt. Instale libqt6sql6-psql.</translation>
    </message>
    <message>
        <source>The server does not let &quot;%1&quot; in with this passphrase.</source>
        <translation>El servidor no deja entrar a “%1” con esta frase de contraseña.</translation>
    </message>
    <message>
        <source>The server cannot be reached (%1).</source>
        <translation>No se puede llegar al servidor (%1).</translation>
    </message>
    <message>
        <source>ReviewDesk needs PostgreSQL 15 or newer, and a database in UTF-8.</source>
        <translation>ReviewDesk necesita PostgreSQL 15 o más reciente y una base de datos en UTF-8.</translation>
    </message>
    <message>
        <source>Somebody else saved at the same moment. Try again; what you typed is still here.</source>
        <translation>Otra persona guardó en el mismo momento. Inténtelo de nuevo; lo que escribió sigue aquí.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Se detuvo.</translation>
    </message>
    <message>
        <source>The connection to the server is lost; what you typed is still here.</source>
        <translation>Se perdió la conexión con el servidor; lo que escribió sigue aquí.</translation>
    </message>
    <message>
        <source>The server takes no writes now; what you typed is still here.</source>
        <translation>El servidor no acepta cambios ahora; lo que escribió sigue aquí.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full; what you typed is still here. Tell its administrator.</source>
        <translation>El disco del servidor está lleno; lo que escribió sigue aquí. Avise a su administrador.</translation>
    </message>
    <message>
        <source>The server has too much to do. Try again; what you typed is still here.</source>
        <translation>El servidor está sobrecargado. Inténtelo de nuevo; lo que escribió sigue aquí.</translation>
    </message>
    <message>
        <source>The server&apos;s database is damaged (%1). Tell its administrator.</source>
        <translation>La base de datos del servidor está dañada (%1). Avise a su administrador.</translation>
    </message>
    <message>
        <source>The connection to the server was lost while it saved. Whether it did is seen when the server can be reached: look before you do it again.</source>
        <translation>Se perdió la conexión con el servidor mientras guardaba. Si lo hizo se verá cuando el servidor responda: mírelo antes de repetirlo.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was issued for another name than the one in the address (%1). Nothing was sent to it.</source>
        <translation>El certificado del servidor se emitió para un nombre distinto del que está en la dirección (%1). No se le envió nada.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate does not come from an authority that this computer knows. Nothing was sent to it. Its administrator has the authority&apos;s certificate; name its file in the address: %1</source>
        <translation>El certificado del servidor no procede de ninguna autoridad que este equipo conozca. No se le envió nada. Su administrador tiene el certificado de la autoridad; indique su archivo en la dirección: %1</translation>
    </message>
    <message>
        <source>There is nothing on this computer to tell the server by. Its administrator has the authority&apos;s certificate; name its file in the address: %1</source>
        <translation>En este equipo no hay nada con lo que reconocer al servidor. Su administrador tiene el certificado de la autoridad; indique su archivo en la dirección: %1</translation>
    </message>
    <message>
        <source>The server offers no encrypted connection (TLS), and without one nothing is sent to another computer.</source>
        <translation>El servidor no ofrece ninguna conexión cifrada (TLS), y sin ella no se envía nada a otro equipo.</translation>
    </message>
</context>
<context>
    <name>ServerSetup</name>
    <message>
        <source>The server has a database or roles named &quot;%1&quot; already.</source>
        <translation>El servidor ya tiene una base de datos o roles con el nombre “%1”.</translation>
    </message>
    <message>
        <source>There is no workspace in %1.</source>
        <translation>No hay ningún espacio de trabajo en %1.</translation>
    </message>
</context>
<context>
    <name>Signers</name>
    <message>
        <source>The key that signs for this person is not here. Sign in again.</source>
        <translation>La clave con que firma esta persona no está aquí. Inicie sesión de nuevo.</translation>
    </message>
</context>
<context>
    <name>SigningKeys</name>
    <message>
        <source>The key that signs for this account is not the one that the workspace&apos;s history knows. A supervisor must give the account a new passphrase.</source>
        <translation>La clave con que firma esta cuenta no es la que conoce el historial del espacio de trabajo. Un supervisor debe dar a la cuenta una nueva frase de contraseña.</translation>
    </message>
</context>
<context>
    <name>SourceLine</name>
    <message>
        <source>p. %1</source>
        <translation>pág. %1</translation>
    </message>
    <message>
        <source>%1“%2”</source>
        <translation>%1“%2”</translation>
    </message>
</context>
<context>
    <name>StatusGlyph</name>
    <message>
        <source>met</source>
        <translation>se cumple</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>no se cumple</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>no corresponde</translation>
    </message>
    <message>
        <source>later</source>
        <translation>después</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>atención</translation>
    </message>
</context>
<context>
    <name>StayOrLose</name>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Quedarse</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>1 entry to correct</source>
        <translation>1 dato por corregir</translation>
    </message>
    <message>
        <source>%1 entries to correct</source>
        <translation>%1 datos por corregir</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>por ingresar: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondido</translation>
    </message>
    <message>
        <source>all answered</source>
        <translation>todo respondido</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 de %2 respondidas</translation>
    </message>
    <message>
        <source>makes no difference</source>
        <translation>no cambia nada</translation>
    </message>
    <message>
        <source>nothing to ask yet</source>
        <translation>nada que preguntar aún</translation>
    </message>
    <message>
        <source>1 answer decides</source>
        <translation>1 respuesta decide</translation>
    </message>
    <message>
        <source>%1 answers decide</source>
        <translation>%1 respuestas deciden</translation>
    </message>
    <message>
        <source>1 answer for the letter</source>
        <translation>1 respuesta para la carta</translation>
    </message>
    <message>
        <source>%1 answers for the letter</source>
        <translation>%1 respuestas para la carta</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>none required so far</source>
        <translation>ninguno exigido aún</translation>
    </message>
    <message>
        <source>%1 of %2 missing</source>
        <translation>faltan %1 de %2</translation>
    </message>
    <message>
        <source>all %1 received</source>
        <translation>recibidos los %1</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Recomendación</translation>
    </message>
    <message>
        <source>after 1 answer</source>
        <translation>tras 1 respuesta</translation>
    </message>
    <message>
        <source>after %1 answers</source>
        <translation>tras %1 respuestas</translation>
    </message>
    <message>
        <source>refer to a physician</source>
        <translation>remitir a un médico</translation>
    </message>
    <message>
        <source>ready to approve</source>
        <translation>listo para aprobar</translation>
    </message>
    <message>
        <source>criteria met</source>
        <translation>criterios cumplidos</translation>
    </message>
    <message>
        <source>%1 to confirm</source>
        <translation>por confirmar: %1</translation>
    </message>
    <message>
        <source>%1 missing, %2 to confirm</source>
        <translation>por ingresar: %1, por confirmar: %2</translation>
    </message>
</context>
<context>
    <name>Styling</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>TurnaroundReport</name>
    <message>
        <source>Turnaround, standard</source>
        <translation>Tiempos, estándar</translation>
    </message>
    <message>
        <source>Up to %1 d</source>
        <translation>Hasta %1 d</translation>
    </message>
    <message>
        <source>Over %1 d</source>
        <translation>Más de %1 d</translation>
    </message>
    <message>
        <source>Turnaround, expedited</source>
        <translation>Tiempos, aceleradas</translation>
    </message>
    <message>
        <source>Up to %1 h</source>
        <translation>Hasta %1 h</translation>
    </message>
    <message>
        <source>Over %1 h</source>
        <translation>Más de %1 h</translation>
    </message>
    <message>
        <source>Elapsed time from our receipt to the first determination, waits for information included. Late: after the instant at which the strictest rule made it due, extensions and waits taken into account.</source>
        <translation>Tiempo transcurrido desde que recibimos la solicitud hasta la primera determinación, incluidas las esperas de información. Tarde: después del vencimiento según la regla más estricta, teniendo en cuenta prórrogas y esperas.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>A tiempo</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Tarde</translation>
    </message>
</context>
<context>
    <name>UserRepository</name>
    <message>
        <source>A login name is needed.</source>
        <translation>Se necesita un nombre de usuario.</translation>
    </message>
    <message>
        <source>The person&apos;s name is needed: it stands in letters and in the history.</source>
        <translation>Se necesita el nombre de la persona: figura en las cartas y en el historial.</translation>
    </message>
    <message>
        <source>This account may not sign in. Ask a supervisor.</source>
        <translation>Esta cuenta no puede iniciar sesión. Consulte a un supervisor.</translation>
    </message>
    <message>
        <source>No supervisor may sign in.</source>
        <translation>Ningún supervisor puede iniciar sesión.</translation>
    </message>
    <message>
        <source>There is no such account.</source>
        <translation>No existe esa cuenta.</translation>
    </message>
    <message>
        <source>This is the last supervisor; name another one first.</source>
        <translation>Esta es la última cuenta de supervisión; primero nombre otra.</translation>
    </message>
    <message>
        <source>There is an account &quot;%1&quot; already.</source>
        <translation>Ya hay una cuenta “%1”.</translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>%1 (%2). Put the workspace back from a backup.</source>
        <translation>%1 (%2). Restaure el espacio de trabajo de una copia de seguridad.</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>La base de datos está dañada</translation>
    </message>
    <message>
        <source>A row points nowhere</source>
        <translation>Una fila no apunta a nada</translation>
    </message>
    <message>
        <source>The search index is not what the cases say</source>
        <translation>El índice de búsqueda no es lo que dicen los casos</translation>
    </message>
    <message>
        <source>The worklist is not what the cases say</source>
        <translation>La lista de trabajo no es lo que dicen los casos</translation>
    </message>
    <message>
        <source>A case&apos;s content is not what its history says</source>
        <translation>El contenido de un caso no es lo que dice su historial</translation>
    </message>
    <message>
        <source>A case&apos;s status is not what its history says</source>
        <translation>La situación de un caso no es lo que dice su historial</translation>
    </message>
    <message>
        <source>A case&apos;s clock is not what its history says</source>
        <translation>El reloj de un caso no es lo que dice su historial</translation>
    </message>
    <message>
        <source>A case&apos;s clock is not what its letters say</source>
        <translation>El reloj de un caso no es lo que dicen sus cartas</translation>
    </message>
    <message>
        <source>What reports count is not what the case says</source>
        <translation>Lo que cuentan los informes no es lo que dice el caso</translation>
    </message>
    <message>
        <source>What was said about a case is not what its history says</source>
        <translation>Lo que se dijo sobre un caso no es lo que dice su historial</translation>
    </message>
    <message>
        <source>An earlier round&apos;s content is not what its history says</source>
        <translation>El contenido de una ronda anterior no es lo que dice su historial</translation>
    </message>
    <message>
        <source>A case&apos;s letters are not counted right</source>
        <translation>Las cartas de un caso no están bien contadas</translation>
    </message>
    <message>
        <source>It was stopped before its end.</source>
        <translation>Se detuvo antes de terminar.</translation>
    </message>
    <message>
        <source>What is kept beside a case is not what the case says</source>
        <translation>Lo que se guarda junto a un caso no es lo que dice el caso</translation>
    </message>
    <message>
        <source>The database&apos;s own rules are not this program&apos;s</source>
        <translation>Las reglas propias de la base de datos no son las de este programa</translation>
    </message>
</context>
<context>
    <name>WhoFields</name>
    <message>
        <source>&amp;Name, as in letters</source>
        <translation>&amp;Nombre, como en las cartas</translation>
    </message>
    <message>
        <source>&amp;Credential</source>
        <translation>&amp;Credencial</translation>
    </message>
    <message>
        <source>Sp&amp;ecialty</source>
        <translation>&amp;Especialidad</translation>
    </message>
    <message>
        <source>NP&amp;I</source>
        <translation>N&amp;PI</translation>
    </message>
    <message>
        <source>&amp;License state</source>
        <translation>Estado de la &amp;licencia</translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Approve as an exception</source>
        <translation>Aprobar como excepción</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Denegar</translation>
    </message>
    <message>
        <source>Pend for information</source>
        <translation>Pedir información</translation>
    </message>
    <message>
        <source>Refer to a physician</source>
        <translation>Remitir a un médico</translation>
    </message>
    <message>
        <source>Resume the review</source>
        <translation>Reanudar la revisión</translation>
    </message>
    <message>
        <source>Return to the nurse</source>
        <translation>Devolver a enfermería</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Extend the time</source>
        <translation>Prorrogar el plazo</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Enter an appeal</source>
        <translation>Registrar una apelación</translation>
    </message>
    <message>
        <source>Issue the letter</source>
        <translation>Emitir la carta</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Comentar</translation>
    </message>
    <message>
        <source>Record a peer-to-peer talk</source>
        <translation>Registrar una conversación entre pares</translation>
    </message>
    <message>
        <source>Ask for a second opinion</source>
        <translation>Pedir una segunda opinión</translation>
    </message>
    <message>
        <source>Give a second opinion</source>
        <translation>Dar una segunda opinión</translation>
    </message>
    <message>
        <source>Record a contract provision</source>
        <translation>Anotar cláusula contractual</translation>
    </message>
    <message>
        <source>Review a second time, blind</source>
        <translation>Revisar por segunda vez, a ciegas</translation>
    </message>
    <message>
        <source>“%1” is not possible while the case is %2.</source>
        <translation>“%1” no es posible mientras el caso está en “%2”.</translation>
    </message>
    <message>
        <source>“%1” is a physician&apos;s decision; a %2 refers the case instead.</source>
        <translation>“%1” es decisión de un médico; en su lugar, el caso lo remite: %2.</translation>
    </message>
    <message>
        <source>From here “%1” is for: %2; not for a %3.</source>
        <translation>En este punto, “%1” corresponde a: %2; no a: %3.</translation>
    </message>
    <message>
        <source>Still missing: %1.</source>
        <translation>Todavía falta: %1.</translation>
    </message>
    <message>
        <source>A decision needs an answer to: %1.</source>
        <translation>Una decisión necesita respuesta a: %1.</translation>
    </message>
    <message>
        <source>The outcome is still undetermined; it depends on: %1.</source>
        <translation>El resultado todavía no está determinado; depende de: %1.</translation>
    </message>
    <message>
        <source>Write the clinical rationale first.</source>
        <translation>Primero escriba la justificación clínica.</translation>
    </message>
    <message>
        <source>It is not on record who prepared the case, so nobody may deny it.</source>
        <translation>No consta quién preparó el caso, así que nadie puede denegarlo.</translation>
    </message>
    <message>
        <source>You prepared this case; another physician must decide a denial.</source>
        <translation>Usted preparó este caso; otro médico debe decidir una denegación.</translation>
    </message>
    <message>
        <source>You denied this case; another physician must hear the appeal.</source>
        <translation>Usted denegó este caso; otro médico debe ver la apelación.</translation>
    </message>
    <message>
        <source>Say when the appeal was received: its time runs from then.</source>
        <translation>Diga cuándo se recibió la apelación: su plazo corre desde entonces.</translation>
    </message>
    <message>
        <source>An appeal is entered once it was received: this time is still to come.</source>
        <translation>Una apelación se registra una vez recibida: esa hora aún no ha llegado.</translation>
    </message>
    <message>
        <source>An appeal cannot have been received before the decision that it appeals.</source>
        <translation>Una apelación no puede haberse recibido antes de la decisión que apela.</translation>
    </message>
    <message>
        <source>The outcome is “%1”: the criteria are not met. Refer the case to a physician.</source>
        <translation>El resultado es “%1”: los criterios no se cumplen. Remita el caso a un médico.</translation>
    </message>
    <message>
        <source>The outcome is “%1”: the criteria are not met. Approve it as an exception, or deny it.</source>
        <translation>El resultado es “%1”: los criterios no se cumplen. Apruébelo como excepción o deniéguelo.</translation>
    </message>
    <message>
        <source>The outcome is “%1”: the criteria are not met. Refer the case; then it can be approved as an exception, or denied.</source>
        <translation>El resultado es “%1”: los criterios no se cumplen. Remita el caso; después podrá aprobarse como excepción o denegarse.</translation>
    </message>
    <message>
        <source>The criteria are met: approve the case without an exception.</source>
        <translation>Los criterios se cumplen: apruebe el caso sin excepción.</translation>
    </message>
    <message>
        <source>There is nothing to ask the provider: no answer that still matters is open, no required document is missing, and no words say what is wanted.</source>
        <translation>No hay nada que pedir al proveedor: ninguna respuesta que todavía importe está abierta, no falta ningún documento exigido y nada escrito dice qué se pide.</translation>
    </message>
    <message>
        <source>The time was extended once already.</source>
        <translation>El plazo ya se prorrogó una vez.</translation>
    </message>
    <message>
        <source>No rule of time fits this request yet, so there is nothing to extend.</source>
        <translation>Todavía ninguna regla de plazos corresponde a esta solicitud, así que no hay nada que prorrogar.</translation>
    </message>
    <message>
        <source>The rule that binds here (%1) allows no more time.</source>
        <translation>La regla que rige aquí (%1) no permite más tiempo.</translation>
    </message>
    <message>
        <source>The time has run out; it can only be extended before that.</source>
        <translation>El plazo ya venció; solo se puede prorrogar antes.</translation>
    </message>
    <message>
        <source>Say why more time is needed; the notice to the member says it too.</source>
        <translation>Diga por qué se necesita más tiempo; el aviso al miembro también lo dice.</translation>
    </message>
    <message>
        <source>There is no decision to write about yet; only a notice goes out before it, where the time was extended.</source>
        <translation>Todavía no hay una decisión sobre la que escribir; antes de ella solo sale un aviso, si el plazo se prorrogó.</translation>
    </message>
    <message>
        <source>A contract provision needs both its citation and its words.</source>
        <translation>Una cláusula del contrato necesita su cita y sus palabras.</translation>
    </message>
    <message>
        <source>Nobody asked you for an opinion on this case, or you have given it.</source>
        <translation>Nadie le pidió una opinión sobre este caso, o usted ya la dio.</translation>
    </message>
    <message>
        <source>Write your opinion first.</source>
        <translation>Primero escriba su opinión.</translation>
    </message>
    <message>
        <source>A peer-to-peer talk is held by a physician; a nurse records that it was offered.</source>
        <translation>La conversación entre pares la tiene un médico; enfermería registra que se ofreció.</translation>
    </message>
    <message>
        <source>Say with whom, and what came of it.</source>
        <translation>Diga con quién y en qué quedó.</translation>
    </message>
    <message>
        <source>Say in a comment what the nurse should look at.</source>
        <translation>Diga en un comentario qué debe revisar enfermería.</translation>
    </message>
    <message>
        <source>Say in a comment why the case is opened again.</source>
        <translation>Diga en un comentario por qué se reabre el caso.</translation>
    </message>
    <message>
        <source>Say in a comment who appeals and on what ground.</source>
        <translation>Diga en un comentario quién apela y por qué motivo.</translation>
    </message>
    <message>
        <source>Say on whose word: only the provider or the member withdraws a request.</source>
        <translation>Diga a pedido de quién: solo el proveedor o el miembro retiran una solicitud.</translation>
    </message>
    <message>
        <source>There is nothing in the remark.</source>
        <translation>El comentario está vacío.</translation>
    </message>
    <message>
        <source>Write what you want to know from the other physician.</source>
        <translation>Escriba lo que quiere saber del otro médico.</translation>
    </message>
    <message>
        <source>One entry stands as it was sent: confirm it or correct it first.</source>
        <translation>Un dato está como se envió: primero confírmelo o corríjalo.</translation>
    </message>
    <message>
        <source>%1 entries stand as they were sent: confirm or correct them first.</source>
        <translation>%1 datos están como se enviaron: primero confírmelos o corríjalos.</translation>
    </message>
    <message>
        <source>Attach a document</source>
        <translation>Adjuntar un documento</translation>
    </message>
    <message>
        <source>The outcome is “%1”: the criteria are met. Only a contract provision on record can outrank them.</source>
        <translation>El resultado es «%1»: los criterios se cumplen. Solo una cláusula del contrato que conste puede prevalecer sobre ellos.</translation>
    </message>
    <message>
        <source>Reply by %1 is too early: give until %2, or leave the day out.</source>
        <translation>Responder hasta el %1 es demasiado pronto: dé plazo hasta el %2, o no ponga fecha.</translation>
    </message>
    <message>
        <source>a valid NPI</source>
        <translation>un NPI válido</translation>
    </message>
    <message>
        <source>A denial names its physician, and your account lacks: %1. A supervisor enters it under Accounts.</source>
        <translation>Una denegación nombra a su médico, y en su cuenta falta: %1. Un supervisor lo registra en Cuentas.</translation>
    </message>
</context>
<context>
    <name>Workshop</name>
    <message>
        <source>The workspace is locked. Sign in again.</source>
        <translation>El espacio de trabajo está bloqueado. Inicie sesión de nuevo.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Only a supervisor may do this.</source>
        <translation>Solo un supervisor puede hacer esto.</translation>
    </message>
    <message>
        <source>Backups are made every 1 to %1 hours; 0: none by themselves.</source>
        <translation>Las copias de seguridad se hacen cada 1 a %1 horas; 0: ninguna automática.</translation>
    </message>
    <message>
        <source>From 1 to %1 backups are kept.</source>
        <translation>Se conservan de 1 a %1 copias de seguridad.</translation>
    </message>
    <message>
        <source>The folder for backups is given whole, from the root on.</source>
        <translation>La carpeta de las copias se escribe completa, desde la raíz.</translation>
    </message>
    <message>
        <source>An approval is valid from 1 to %1 days.</source>
        <translation>Una aprobación es válida de 1 a %1 días.</translation>
    </message>
    <message>
        <source>Reading grades go from 1 to %1.</source>
        <translation>Los grados de lectura van de 1 a %1.</translation>
    </message>
    <message>
        <source>Only a supervisor may restore a workspace.</source>
        <translation>Solo un supervisor puede restaurar un espacio de trabajo.</translation>
    </message>
    <message>
        <source>It was kept as it lay in %1.</source>
        <translation>Se conservó como estaba en %1.</translation>
    </message>
    <message>
        <source>Only a supervisor may make a backup.</source>
        <translation>Solo un supervisor puede hacer una copia de seguridad.</translation>
    </message>
    <message>
        <source>A workspace cannot be restored from itself.</source>
        <translation>Un espacio de trabajo no se puede restaurar desde sí mismo.</translation>
    </message>
    <message>
        <source>You cannot disable your own account.</source>
        <translation>Usted no puede desactivar su propia cuenta.</translation>
    </message>
    <message>
        <source>%1 is not empty. Choose an empty folder for the workspace.</source>
        <translation>%1 no está vacía. Elija una carpeta vacía para el espacio de trabajo.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>%1 no se puede escribir. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The first account is a supervisor&apos;s.</source>
        <translation>La primera cuenta es de supervisión.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time zone.</source>
        <translation>“%1” no es una zona horaria.</translation>
    </message>
    <message>
        <source>%1 is not there any more: the folder was moved, removed or its disk taken away. Put it back and try again; what you typed is still here.</source>
        <translation>%1 ya no está: la carpeta se movió o se eliminó, o se retiró su disco. Vuelva a ponerla e intente de nuevo; lo que usted escribió sigue aquí.</translation>
    </message>
    <message>
        <source>The workspace&apos;s key was changed, or a backup put in its place. Lock the program and sign in again; nothing more is written to the old one.</source>
        <translation>La clave del espacio de trabajo se cambió, o se puso una copia en su lugar. Bloquee el programa e inicie sesión de nuevo; en el anterior ya no se escribe nada.</translation>
    </message>
    <message>
        <source>This account may not sign in any more. Ask a supervisor.</source>
        <translation>Esta cuenta ya no puede iniciar sesión. Consulte a un supervisor.</translation>
    </message>
    <message>
        <source>The workspace&apos;s key was changed. Sign in again.</source>
        <translation>La clave del espacio de trabajo se cambió. Inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>The window locks itself after %1 to %2 minutes.</source>
        <translation>La ventana se bloquea sola después de %1 a %2 minutos.</translation>
    </message>
    <message>
        <source>There is no workspace in %1.</source>
        <translation>No hay ningún espacio de trabajo en %1.</translation>
    </message>
    <message>
        <source>The server&apos;s database is from an earlier ReviewDesk. Its administrator must bring it up to date.</source>
        <translation>La base de datos del servidor es de un ReviewDesk anterior. Su administrador debe actualizarla.</translation>
    </message>
    <message>
        <source>This workspace is on a server; its administrator does this there.</source>
        <translation>Este espacio de trabajo está en un servidor; allí lo hace su administrador.</translation>
    </message>
    <message>
        <source>Say who signs in: a server does not tell who has an account.</source>
        <translation>Diga quién inicia sesión: un servidor no dice quién tiene cuenta.</translation>
    </message>
    <message>
        <source>This account may not sign in. Ask a supervisor.</source>
        <translation>Esta cuenta no puede iniciar sesión. Pregunte a un supervisor.</translation>
    </message>
    <message>
        <source>The server&apos;s workflow is another program version&apos;s. Its administrator must bring it up to date.</source>
        <translation>El flujo de trabajo del servidor es de otra versión del programa. Su administrador debe actualizarlo.</translation>
    </message>
    <message>
        <source>This workspace is a folder on this computer.</source>
        <translation>Este espacio de trabajo es una carpeta de este equipo.</translation>
    </message>
    <message>
        <source>The server is away. It is kept on this computer, encrypted for you, until it can be saved.</source>
        <translation>El servidor no responde. Se conserva en este equipo, cifrado para usted, hasta que se pueda guardar.</translation>
    </message>
    <message>
        <source>The policy’s effective date or the plan’s terms were changed meanwhile. Nothing was issued: read the letter as it is now, then issue it.</source>
        <translation>Entretanto cambiaron la fecha de vigencia de la política o las condiciones del plan. No se emitió nada: lea la carta como está ahora y luego emítala.</translation>
    </message>
    <message>
        <source>The policy changed meanwhile; look at the case again.</source>
        <translation>Entretanto cambió la política; vuelva a mirar el caso.</translation>
    </message>
</context>
<context>
    <name>WorkspaceCopy</name>
    <message>
        <source>The copy was stopped; nothing was changed.</source>
        <translation>La copia se detuvo; no se cambió nada.</translation>
    </message>
    <message>
        <source>Row %1 of %2 is not what was copied. Nothing was kept.</source>
        <translation>La fila %1 de %2 no es lo que se copió. No se conservó nada.</translation>
    </message>
    <message>
        <source>Nobody could sign in to the copy.</source>
        <translation>Nadie podría iniciar sesión en la copia.</translation>
    </message>
</context>
<context>
    <name>WriteAheadLog</name>
    <message>
        <source>%1 is damaged (%2): what was saved last before the program ended may be missing. Compare the cases saved last with what you remember, or put the workspace back from a backup.</source>
        <translation>%1 está dañado (%2): puede faltar lo último que se guardó antes de que el programa terminara. Compare los últimos casos guardados con lo que recuerda, o restaure el espacio de trabajo de una copia de seguridad.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 no se puede leer: %2.</translation>
    </message>
</context>
<context>
    <name>YearlyMetrics</name>
    <message>
        <source>Out of the standard requests determined in the period.</source>
        <translation>Sobre las solicitudes estándar determinadas en el período.</translation>
    </message>
    <message>
        <source>A request counts once, by its first determination; withdrawn requests do not count.</source>
        <translation>Una solicitud cuenta una vez, por su primera determinación; las retiradas no cuentan.</translation>
    </message>
    <message>
        <source>2. Standard requests approved</source>
        <translation>2. Solicitudes estándar aprobadas</translation>
    </message>
    <message>
        <source>3. Standard requests denied</source>
        <translation>3. Solicitudes estándar denegadas</translation>
    </message>
    <message>
        <source>A request is decided whole here, so there is no approval in part; CMS&apos;s Medicaid form counts those as denied.</source>
        <translation>Aquí una solicitud se decide entera, así que no hay aprobaciones parciales; el formulario de Medicaid de CMS las cuenta como denegadas.</translation>
    </message>
    <message>
        <source>4. Standard requests approved after appeal</source>
        <translation>4. Solicitudes estándar aprobadas tras una apelación</translation>
    </message>
    <message>
        <source>Standard requests that were denied in the period and approved in an appeal by the time of this report, out of all standard requests determined in the period.</source>
        <translation>Solicitudes estándar denegadas en el período y aprobadas en una apelación hasta la fecha de este informe, sobre todas las solicitudes estándar determinadas en el período.</translation>
    </message>
    <message>
        <source>5. Time extended, then approved</source>
        <translation>5. Plazo prorrogado y luego aprobadas</translation>
    </message>
    <message>
        <source>Requests whose time for review was extended and that were then approved, out of all requests determined in the period, standard and expedited.</source>
        <translation>Solicitudes cuyo plazo de revisión se prorrogó y que luego se aprobaron, sobre todas las determinadas en el período, estándar y aceleradas.</translation>
    </message>
    <message>
        <source>6. Expedited requests approved</source>
        <translation>6. Solicitudes aceleradas aprobadas</translation>
    </message>
    <message>
        <source>Out of the expedited requests determined in the period.</source>
        <translation>Sobre las solicitudes aceleradas determinadas en el período.</translation>
    </message>
    <message>
        <source>7. Expedited requests denied</source>
        <translation>7. Solicitudes aceleradas denegadas</translation>
    </message>
    <message>
        <source>From our receipt to the determination, waits for information included; a day is 24 hours.</source>
        <translation>Desde que recibimos la solicitud hasta la determinación, incluidas las esperas de información; un día son 24 horas.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>8. Time to a standard determination, mean</source>
        <translation>8. Tiempo hasta una determinación estándar, promedio</translation>
    </message>
    <message>
        <source>8. Time to a standard determination, median</source>
        <translation>8. Tiempo hasta una determinación estándar, mediana</translation>
    </message>
    <message>
        <source>9. Time to an expedited determination, mean</source>
        <translation>9. Tiempo hasta una determinación acelerada, promedio</translation>
    </message>
    <message>
        <source>9. Time to an expedited determination, median</source>
        <translation>9. Tiempo hasta una determinación acelerada, mediana</translation>
    </message>
    <message>
        <source>1. Items that need prior authorization</source>
        <translation>1. Servicios que necesitan autorización previa</translation>
    </message>
    <message>
        <source>The procedure codes of %1 that are reviewed here: %2. The number opens the requests determined for them.</source>
        <translation>Los códigos de procedimiento de %1 que se revisan aquí: %2. El número abre las solicitudes determinadas para ellos.</translation>
    </message>
    <message>
        <source>Medicare Adv.</source>
        <translation>Medicare Adv.</translation>
    </message>
    <message>
        <source>Medicaid</source>
        <translation>Medicaid</translation>
    </message>
    <message>
        <source>QHP</source>
        <translation>QHP</translation>
    </message>
    <message>
        <source>Commercial</source>
        <translation>Comercial</translation>
    </message>
    <message>
        <source>Self-funded</source>
        <translation>Autofinanciado</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Todas las líneas</translation>
    </message>
    <message>
        <source>Yearly metrics (CMS-0057-F)</source>
        <translation>Indicadores CMS-0057-F</translation>
    </message>
    <message>
        <source>Requests for prior authorization (before the service or concurrent) whose determination, an approval or a denial, fell in the period, in the plan&apos;s time zone. CMS asks Medicare Advantage, Medicaid managed care and qualified health plans for them each year by March 31; the other lines are shown for comparison.</source>
        <translation>Solicitudes de autorización previa (antes del servicio o concurrentes) cuya determinación, aprobación o denegación, cayó en el período, en la zona horaria del plan. CMS las pide cada año, a más tardar el 31 de marzo, a Medicare Advantage, Medicaid administrado y los planes de salud calificados; las demás líneas se muestran para comparar.</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Indicador</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>Qué se contó</translation>
    </message>
    <message>
        <source>The requests behind the yearly metrics, and those left out of them.</source>
        <translation>Las solicitudes detrás de los indicadores anuales y las que quedaron fuera.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Standard, determined</source>
        <translation>Estándar, determinadas</translation>
    </message>
    <message>
        <source>In metrics 2 to 5 and 8.</source>
        <translation>En los indicadores 2 a 5 y 8.</translation>
    </message>
    <message>
        <source>Expedited, determined</source>
        <translation>Aceleradas, determinadas</translation>
    </message>
    <message>
        <source>In metrics 5 to 7 and 9.</source>
        <translation>En los indicadores 5 a 7 y 9.</translation>
    </message>
    <message>
        <source>After the service, left out</source>
        <translation>Posteriores al servicio, excluidas</translation>
    </message>
    <message>
        <source>A review after the service is no prior authorization.</source>
        <translation>Una revisión posterior al servicio no es una autorización previa.</translation>
    </message>
    <message>
        <source>Withdrawn, left out</source>
        <translation>Retiradas, excluidas</translation>
    </message>
    <message>
        <source>Withdrawn in the period without any determination.</source>
        <translation>Retiradas en el período sin ninguna determinación.</translation>
    </message>
    <message>
        <source>Unclear, left out</source>
        <translation>Poco claras, excluidas</translation>
    </message>
    <message>
        <source>Determined, but receipt, urgency, timing or line of business is missing, or the receipt lies after the determination.</source>
        <translation>Determinadas, pero falta la recepción, la urgencia, el momento o la línea de negocio, o la recepción es posterior a la determinación.</translation>
    </message>
</context>
<context>
    <name>letter</name>
    <message>
        <source>Two checklist rows have the id %1.</source>
        <translation>Dos filas de la lista de verificación tienen el identificador %1.</translation>
    </message>
    <message>
        <source>The letterhead lacks what the letter needs: %1.</source>
        <translation>Al membrete le falta lo que la carta necesita: %1.</translation>
    </message>
    <message>
        <source>; not set: %1</source>
        <translation>; sin definir: %1</translation>
    </message>
    <message>
        <source>The letter lacks what is required: %1 (%2)%3.</source>
        <translation>A la carta le falta lo exigido: %1 (%2)%3.</translation>
    </message>
    <message>
        <source>The row “%1” has no place in %2.html: nothing there has the id “%3”.</source>
        <translation>La fila “%1” no tiene lugar en %2.html: nada allí tiene el identificador “%3”.</translation>
    </message>
    <message>
        <source>[not set in the letterhead: %1]</source>
        <translation>[sin definir en el membrete: %1]</translation>
    </message>
    <message>
        <source>The logo is no PNG or JPEG picture.</source>
        <translation>El logotipo no es una imagen PNG ni JPEG.</translation>
    </message>
    <message>
        <source>The letter could not be painted.</source>
        <translation>No se pudo dibujar la carta.</translation>
    </message>
    <message>
        <source>There is nothing to ask: no answer that is not documented can still change the outcome, no required document is missing, and no words say what is wanted.</source>
        <translation>No hay nada que pedir: ninguna respuesta no documentada puede cambiar ya el resultado, no falta ningún documento exigido y nada escrito dice qué se pide.</translation>
    </message>
    <message>
        <source>The new date of the decision is not recorded.</source>
        <translation>La nueva fecha de la decisión no está registrada.</translation>
    </message>
    <message>
        <source>The case is not recorded as withdrawn.</source>
        <translation>El caso no está registrado como retirado.</translation>
    </message>
    <message>
        <source>The question “%1” is not answered with a value.</source>
        <translation>La pregunta “%1” no está respondida con un valor.</translation>
    </message>
    <message>
        <source>No approval is recorded in the case.</source>
        <translation>El caso no tiene ninguna aprobación registrada.</translation>
    </message>
    <message>
        <source>Who approved the request is not recorded.</source>
        <translation>No consta quién aprobó la solicitud.</translation>
    </message>
    <message>
        <source>A supervisor may not approve a request.</source>
        <translation>Un supervisor no puede aprobar una solicitud.</translation>
    </message>
    <message>
        <source>The criteria are not met, and no physician approved the request as an exception.</source>
        <translation>Los criterios no se cumplen, y ningún médico aprobó la solicitud como excepción.</translation>
    </message>
    <message>
        <source>The criteria are not yet known to be met: %1.</source>
        <translation>Todavía no se sabe si los criterios se cumplen: %1.</translation>
    </message>
    <message>
        <source>Only a physician may approve a request as an exception.</source>
        <translation>Solo un médico puede aprobar una solicitud como excepción.</translation>
    </message>
    <message>
        <source>No denial is recorded in the case.</source>
        <translation>El caso no tiene ninguna denegación registrada.</translation>
    </message>
    <message>
        <source>Who denied the request is not recorded.</source>
        <translation>No consta quién denegó la solicitud.</translation>
    </message>
    <message>
        <source>A denial must be by a physician.</source>
        <translation>Una denegación debe ser de un médico.</translation>
    </message>
    <message>
        <source>The physician who denies a request may not be the person who prepared it.</source>
        <translation>El médico que deniega una solicitud no puede ser la persona que la preparó.</translation>
    </message>
    <message>
        <source>The outcome is still undetermined: %1.</source>
        <translation>El resultado todavía no está determinado: %1.</translation>
    </message>
    <message>
        <source>The criteria are met, and no contract provision is recorded that would outrank them.</source>
        <translation>Los criterios se cumplen, y no hay registrada ninguna cláusula del contrato que prevalezca sobre ellos.</translation>
    </message>
    <message>
        <source>The line of business is not entered, so it is not known which rights the letter must name.</source>
        <translation>No se anotó la línea de negocio, así que no se sabe qué derechos debe nombrar la carta.</translation>
    </message>
    <message>
        <source>these answers can still change it: %1</source>
        <translation>estas respuestas todavía pueden cambiarlo: %1</translation>
    </message>
    <message>
        <source>A tag begins with {{ and does not end with }}.</source>
        <translation>Una etiqueta comienza con {{ y no termina con }}.</translation>
    </message>
    <message>
        <source>{{%1}}: text is always escaped, and delimiters are never changed.</source>
        <translation>{{%1}}: el texto siempre se escapa, y los delimitadores nunca se cambian.</translation>
    </message>
    <message>
        <source>{{/%1}} closes a section that is not the one open here.</source>
        <translation>{{/%1}} cierra una sección que no es la que está abierta aquí.</translation>
    </message>
    <message>
        <source>The template asks for “%1”, which no letter has.</source>
        <translation>La plantilla pide “%1”, que ninguna carta tiene.</translation>
    </message>
    <message>
        <source>The section “%1” is not closed.</source>
        <translation>La sección “%1” no está cerrada.</translation>
    </message>
    <message>
        <source>There is no part “%1”.</source>
        <translation>No hay ninguna parte “%1”.</translation>
    </message>
    <message>
        <source>The part “%1” contains itself.</source>
        <translation>La parte “%1” se contiene a sí misma.</translation>
    </message>
    <message>
        <source>A template begins with {{! version: … }}.</source>
        <translation>Una plantilla comienza con {{! version: … }}.</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Aprobación</translation>
    </message>
    <message>
        <source>Denial</source>
        <translation>Denegación</translation>
    </message>
    <message>
        <source>Request for information</source>
        <translation>Solicitud de información</translation>
    </message>
    <message>
        <source>Notice of extension</source>
        <translation>Aviso de prórroga</translation>
    </message>
    <message>
        <source>Notice of withdrawal</source>
        <translation>Aviso de retiro</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>The member’s name is not entered.</source>
        <translation>El nombre del afiliado no está indicado.</translation>
    </message>
    <message>
        <source>The provider’s name is not entered.</source>
        <translation>El nombre del proveedor no está indicado.</translation>
    </message>
    <message>
        <source>A contract provision needs both its citation and its words.</source>
        <translation>Una cláusula del contrato necesita su cita y sus palabras.</translation>
    </message>
    <message>
        <source>The answer would be wanted before the request was received.</source>
        <translation>La respuesta se pediría para antes de la recepción de la solicitud.</translation>
    </message>
    <message>
        <source>The new date of the decision is before the request was received.</source>
        <translation>La nueva fecha de la decisión es anterior a la recepción de la solicitud.</translation>
    </message>
    <message>
        <source>The day to answer by, %1, is over on the day of the letter, %2.</source>
        <translation>El día para responder, %1, ya ha pasado en la fecha de la carta, %2.</translation>
    </message>
    <message>
        <source>The new date of the decision, %1, is before the day of the letter, %2.</source>
        <translation>La nueva fecha de la decisión, %1, es anterior a la fecha de la carta, %2.</translation>
    </message>
    <message>
        <source>The case is already decided.</source>
        <translation>El caso ya está decidido.</translation>
    </message>
    <message>
        <source>Too late for this notice: the time for the decision ran out on %1. Decide now.</source>
        <translation>Tarde para este aviso; el plazo de la decisión venció: %1 (decida ahora).</translation>
    </message>
    <message>
        <source>Of the physician who denied it, this is not on file: %1.</source>
        <translation>Del médico que la denegó no está registrado: %1.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::AccountMenu</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Cuenta: %1</translation>
    </message>
    <message>
        <source>&amp;Practice as</source>
        <translation>&amp;Practicar como</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Help	F1</source>
        <translation>A&amp;yuda	F1</translation>
    </message>
    <message>
        <source>&amp;Lock	Ctrl+L</source>
        <translation>&amp;Bloquear	Ctrl+L</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Cerrar &amp;sesión</translation>
    </message>
    <message>
        <source>L&amp;eave practice</source>
        <translation>Salir de la prác&amp;tica</translation>
    </message>
    <message>
        <source>&amp;Settings…	Ctrl+,</source>
        <translation>Confi&amp;guración…	Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>Reco&amp;rrido</translation>
    </message>
    <message>
        <source>What&apos;s &amp;new</source>
        <translation>&amp;Novedades</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>Guía del &amp;usuario</translation>
    </message>
</context>
<context>
    <name>reviewdesk::AccountsDialog</name>
    <message>
        <source>Correc&amp;t…</source>
        <translation>Correg&amp;ir…</translation>
    </message>
    <message>
        <source>&amp;New passphrase…</source>
        <translation>&amp;Nueva frase de contraseña…</translation>
    </message>
    <message>
        <source>&amp;Disable…</source>
        <translation>&amp;Desactivar…</translation>
    </message>
    <message>
        <source>This workspace is on a server, whose administrator backs it up. There is no recovery key: whoever forgot a passphrase is given a new one here.</source>
        <translation>Este espacio de trabajo está en un servidor, cuyo administrador hace las copias de seguridad. No hay clave de recuperación: a quien olvidó su frase de contraseña se le da aquí una nueva.</translation>
    </message>
    <message>
        <source>Accounts, keys and backups</source>
        <translation>Cuentas, claves y copias de seguridad</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Cuánto va hecho</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>&amp;Add account…</source>
        <translation>&amp;Agregar cuenta…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Another &amp;recovery key…</source>
        <translation>Otra clave de &amp;recuperación…</translation>
    </message>
    <message>
        <source>Change the data&amp;base key…</source>
        <translation>Cambiar la clave de la &amp;base de datos…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>&amp;Cada</translation>
    </message>
    <message>
        <source>&amp;keep the last</source>
        <translation>conservar las ú&amp;ltimas</translation>
    </message>
    <message>
        <source>&amp;Save plan</source>
        <translation>&amp;Guardar el plan</translation>
    </message>
    <message>
        <source>Back &amp;up now</source>
        <translation>&amp;Hacer una copia ahora</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>desactivada</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>puede iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;Let in again…</source>
        <translation>&amp;Permitir entrar de nuevo…</translation>
    </message>
    <message>
        <source>%1 cannot sign in any more, here and at every window that is open. The name stays in the histories. “Let in again” undoes it.</source>
        <translation>%1 ya no podrá iniciar sesión, ni aquí ni en ninguna ventana abierta. El nombre queda en los historiales. «Permitir entrar de nuevo» lo deshace.</translation>
    </message>
    <message>
        <source>Whoever may have copied the workspace should not be able to open what is added from now on: change the database key afterwards.</source>
        <translation>Quien haya copiado el espacio de trabajo no debería poder abrir lo que se agregue desde ahora: cambie después la clave de la base de datos.</translation>
    </message>
    <message>
        <source>Disable account</source>
        <translation>Desactivar la cuenta</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Desactivar</translation>
    </message>
    <message>
        <source>Another recovery key</source>
        <translation>Otra clave de recuperación</translation>
    </message>
    <message>
        <source>The recovery key that was printed before opens nothing any more. The new one is shown once; have pen and paper at hand.</source>
        <translation>La clave de recuperación que se imprimió antes ya no abrirá nada. La nueva se muestra una sola vez; tenga a mano papel y lápiz.</translation>
    </message>
    <message>
        <source>&amp;Make another</source>
        <translation>&amp;Crear otra</translation>
    </message>
    <message>
        <source>The new recovery key</source>
        <translation>La nueva clave de recuperación</translation>
    </message>
    <message>
        <source>Write it down and lock it away from this computer. It is not shown again.</source>
        <translation>Escríbala y guárdela bajo llave lejos de esta computadora. No se vuelve a mostrar.</translation>
    </message>
    <message>
        <source>I have &amp;written it down</source>
        <translation>La &amp;escribí</translation>
    </message>
    <message>
        <source>Change the database key</source>
        <translation>Cambiar la clave de la base de datos</translation>
    </message>
    <message>
        <source>The database is written anew under another key; whoever kept the old one opens nothing that is saved from now on. Backups made before stay under the old key. Others who have the workspace open must sign in again. It can be stopped at any time.</source>
        <translation>La base de datos se escribe de nuevo con otra clave; quien haya guardado la anterior no abrirá nada de lo que se guarde desde ahora. Las copias hechas antes siguen con la clave anterior. Quienes tengan abierto el espacio de trabajo deben iniciar sesión de nuevo. Se puede detener en cualquier momento.</translation>
    </message>
    <message>
        <source>&amp;Change the key</source>
        <translation>&amp;Cambiar la clave</translation>
    </message>
    <message>
        <source>Writing the database under its new key…</source>
        <translation>Escribiendo la base de datos con su nueva clave…</translation>
    </message>
    <message>
        <source>The database has a new key. Everybody&apos;s passphrase opens it.</source>
        <translation>La base de datos tiene una nueva clave. La frase de contraseña de cada persona la abre.</translation>
    </message>
    <message>
        <source>Copying and verifying…</source>
        <translation>Copiando y verificando…</translation>
    </message>
    <message>
        <source>The backup is in %1.</source>
        <translation>La copia de seguridad está en %1.</translation>
    </message>
    <message>
        <source>The plan is saved.</source>
        <translation>El plan está guardado.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::AddAccountDialog</name>
    <message>
        <source>Add account</source>
        <translation>Agregar cuenta</translation>
    </message>
    <message>
        <source>&amp;Sign-in name</source>
        <translation>Nombre de &amp;usuario</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Función</translation>
    </message>
    <message>
        <source>&amp;Add account</source>
        <translation>&amp;Agregar cuenta</translation>
    </message>
</context>
<context>
    <name>reviewdesk::AnswerButtons</name>
    <message>
        <source>Not documented</source>
        <translation>No documentado</translation>
    </message>
    <message>
        <source>the submitted record does not say</source>
        <translation>el registro enviado no lo dice</translation>
    </message>
</context>
<context>
    <name>reviewdesk::AppealEntries</name>
    <message>
        <source>Appeal received on</source>
        <translation>Apelación recibida el</translation>
    </message>
    <message>
        <source>Time of receipt of the appeal</source>
        <translation>Hora de recepción de la apelación</translation>
    </message>
    <message>
        <source>Urgency of the appeal</source>
        <translation>Urgencia de la apelación</translation>
    </message>
    <message>
        <source>its time runs from here</source>
        <translation>su plazo corre desde aquí</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Enter both the day and the time at which the appeal was received.</source>
        <translation>Escriba el día y la hora en que se recibió la apelación.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ApprovalEntries</name>
    <message>
        <source>Valid from</source>
        <translation>Válida desde</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Válida hasta</translation>
    </message>
    <message>
        <source>Authorization number</source>
        <translation>Número de autorización</translation>
    </message>
    <message>
        <source>left empty: the next one</source>
        <translation>si se deja vacío: el siguiente</translation>
    </message>
    <message>
        <source>left empty: %1</source>
        <translation>si se deja vacío: %1</translation>
    </message>
</context>
<context>
    <name>reviewdesk::AssignDialog</name>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Asignar</translation>
    </message>
    <message>
        <source>Assign cases</source>
        <translation>Asignar casos</translation>
    </message>
    <message>
        <source>Cases to assign: %1. &amp;Who works on them?</source>
        <translation>Casos por asignar: %1. ¿&amp;Quién trabaja en ellos?</translation>
    </message>
    <message>
        <source>Nurses and physicians</source>
        <translation>Enfermería y médicos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Assigning…</source>
        <translation>Asignando…</translation>
    </message>
</context>
<context>
    <name>reviewdesk::AttachDialog</name>
    <message>
        <source>The file cannot be opened: %1</source>
        <translation>El archivo no se puede abrir: %1</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Recibida el</translation>
    </message>
    <message>
        <source>&amp;Attach</source>
        <translation>&amp;Adjuntar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Attach documents</source>
        <translation>Adjuntar documentos</translation>
    </message>
    <message>
        <source>They are kept encrypted in the workspace, each once.</source>
        <translation>Se guardan cifrados en el espacio de trabajo, cada uno una sola vez.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>What the policy asks for</source>
        <translation>Lo que pide la política</translation>
    </message>
    <message>
        <source>Title of %1</source>
        <translation>Título de %1</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Tipo de %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>%1: looking through it…</source>
        <translation>%1: se está examinando…</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 páginas</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4%5</source>
        <translation>%1: %2, %3, %4%5</translation>
    </message>
    <message>
        <source>; this case has it already</source>
        <translation>; este caso ya lo tiene</translation>
    </message>
    <message>
        <source>%1: not attached. %2</source>
        <translation>%1: no se adjuntó. %2</translation>
    </message>
    <message>
        <source>&amp;Attach %1 documents</source>
        <translation>&amp;Adjuntar %1 documentos</translation>
    </message>
    <message>
        <source>Choose a type for each document first</source>
        <translation>Primero elija un tipo para cada documento</translation>
    </message>
    <message>
        <source>%1: being attached…</source>
        <translation>%1: se está adjuntando…</translation>
    </message>
</context>
<context>
    <name>reviewdesk::BackupWatch</name>
    <message>
        <source>The window was locked %1 times before the backup by the plan was ready, and each was given up. A supervisor can make one by hand: Accounts, keys and backups.</source>
        <translation>La ventana se bloqueó %1 veces antes de que la copia según el plan estuviera lista, y cada una se abandonó. Un supervisor puede hacer una a mano: Cuentas, claves y copias.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::BusyOverlay</name>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CapsLockNote</name>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Parece que Bloq Mayús está activado.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CaseExports</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Write this case to a file</source>
        <translation>Escribir este caso en un archivo</translation>
    </message>
    <message>
        <source>&amp;Answer to the request (FHIR)…</source>
        <translation>&amp;Respuesta a la solicitud (FHIR)…</translation>
    </message>
    <message>
        <source>Answers to the &amp;questions (FHIR)…</source>
        <translation>Respuestas a las &amp;preguntas (FHIR)…</translation>
    </message>
    <message>
        <source>The &amp;policy&apos;s questions (FHIR)…</source>
        <translation>Preguntas de la p&amp;olítica (FHIR)…</translation>
    </message>
    <message>
        <source>&amp;Case file…</source>
        <translation>Archivo del &amp;caso…</translation>
    </message>
    <message>
        <source>Case packet for an appeal (P&amp;DF)…</source>
        <translation>Expediente para una apelación (P&amp;DF)…</translation>
    </message>
    <message>
        <source>Writing the case…</source>
        <translation>Escribiendo el caso…</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Escribiendo el archivo…</translation>
    </message>
    <message>
        <source>Putting the case packet together…</source>
        <translation>Reuniendo el expediente…</translation>
    </message>
    <message>
        <source>The last changes are not saved yet, so nothing was written.</source>
        <translation>Los últimos cambios aún no se guardaron, así que no se escribió nada.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Written to %1.

The file is not encrypted: keep it as you keep records.</source>
        <translation>Escrito en %1.

El archivo no está cifrado: guárdelo como guarda los expedientes.</translation>
    </message>
    <message>
        <source>&amp;Request as a table (CSV)…</source>
        <translation>&amp;Solicitud como tabla (CSV)…</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CaseHeader</name>
    <message>
        <source>New request</source>
        <translation>Nueva solicitud</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>nacimiento: %1</translation>
    </message>
    <message>
        <source>round %1, an appeal</source>
        <translation>ronda %1, una apelación</translation>
    </message>
    <message>
        <source>round %1, reopened</source>
        <translation>ronda %1, reabierta</translation>
    </message>
    <message>
        <source>It follows from receipt, urgency, timing and line of business.</source>
        <translation>Depende de la recepción, la urgencia, el momento y la línea de negocio.</translation>
    </message>
    <message>
        <source>%1
All rules: Ctrl+D</source>
        <translation>%1
Todas las reglas: Ctrl+D</translation>
    </message>
    <message>
        <source>No due date yet</source>
        <translation>Sin vencimiento aún</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Vence: %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Guardado %1</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CaseHistory</name>
    <message>
        <source>Decision and history</source>
        <translation>Decisión e historial</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, por %2</translation>
    </message>
    <message>
        <source>Reason in plain words</source>
        <translation>Motivo en palabras sencillas</translation>
    </message>
    <message>
        <source>Clinical rationale</source>
        <translation>Justificación clínica</translation>
    </message>
    <message>
        <source>Contract provision</source>
        <translation>Cláusula del contrato</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: “%2”</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CasePlace</name>
    <message>
        <source>Opening the case…</source>
        <translation>Abriendo el caso…</translation>
    </message>
    <message>
        <source>Opening the second review…</source>
        <translation>Abriendo la segunda revisión…</translation>
    </message>
    <message>
        <source>Making a new review…</source>
        <translation>Creando una revisión nueva…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Your decision is not signed, and its words could not be kept. Stay and try again, or leave and lose them?</source>
        <translation>Su decisión no está firmada, y su texto no se pudo guardar. ¿Quedarse e intentarlo de nuevo, o salir y perderlo?</translation>
    </message>
    <message>
        <source>The last changes could not be saved. Stay and try again, or leave and lose them?</source>
        <translation>Los últimos cambios no se pudieron guardar. ¿Quedarse e intentar de nuevo, o salir y perderlos?</translation>
    </message>
    <message>
        <source>&amp;Leave and lose them</source>
        <translation>&amp;Salir y perderlos</translation>
    </message>
    <message>
        <source>%1, saved %2</source>
        <translation>%1, guardado %2</translation>
    </message>
    <message>
        <source>%1, not saved yet</source>
        <translation>%1, sin guardar aún</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CaseRecord</name>
    <message>
        <source>The case could not be saved, so nothing can be attached to it.</source>
        <translation>El caso no se pudo guardar, así que no se le puede adjuntar nada.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CaseTable</name>
    <message>
        <source>Letters</source>
        <translation>Cartas</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ChecklistView</name>
    <message>
        <source>What the letter must say</source>
        <translation>Lo que la carta debe decir</translation>
    </message>
    <message>
        <source>In the letter</source>
        <translation>En la carta</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>%1, not checked against its source</source>
        <translation>%1, sin cotejar con su fuente</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The letter does not say this yet.</source>
        <translation>La carta todavía no dice esto.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CodesField</name>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Other %1</source>
        <translation>Otros: %1</translation>
    </message>
    <message>
        <source>C18.9, C78.7</source>
        <translation>C18.9, C78.7</translation>
    </message>
    <message>
        <source>other codes, with commas between</source>
        <translation>otros códigos, separados por comas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ColumnsDialog</name>
    <message>
        <source>Move &amp;left</source>
        <translation>Mover a la &amp;izquierda</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>Mover a la &amp;derecha</translation>
    </message>
    <message>
        <source>Arrange columns</source>
        <translation>Organizar columnas</translation>
    </message>
    <message>
        <source>&amp;Columns, from left to right. Space shows or hides; Alt+Up and Alt+Down move.</source>
        <translation>Co&amp;lumnas, de izquierda a derecha. La barra espaciadora muestra u oculta; Alt+Arriba y Alt+Abajo mueven.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>As &amp;usual</source>
        <translation>Como de cost&amp;umbre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Show these</source>
        <translation>&amp;Mostrar estas</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CorrectAccountDialog</name>
    <message>
        <source>Correct account</source>
        <translation>Corregir cuenta</translation>
    </message>
    <message>
        <source>What letters and histories say from now on of %1. What was issued or noted before stays as it is; a window where this person is signed in learns of it at the next sign-in.</source>
        <translation>Lo que las cartas y los historiales dicen de %1 desde ahora. Lo que se emitió o anotó antes queda como está; una ventana donde esta persona tenga la sesión iniciada lo sabrá al iniciarla de nuevo.</translation>
    </message>
    <message>
        <source>Co&amp;rrect</source>
        <translation>Co&amp;rregir</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CorrectionDialog</name>
    <message>
        <source>&amp;Preview the correction</source>
        <translation>&amp;Ver la corrección antes</translation>
    </message>
    <message>
        <source>Issue a correction</source>
        <translation>Emitir una corrección</translation>
    </message>
    <message>
        <source>The letter that was issued stays as it is. The correction is a new letter made from the case and the letterhead as they are now; it names the earlier one and says why. It changes no decision: for that, reopen the case.</source>
        <translation>La carta emitida queda como está. La corrección es una carta nueva, hecha con el caso y el membrete como están ahora; nombra la anterior y dice por qué. No cambia ninguna decisión: para eso, reabra el caso.</translation>
    </message>
    <message>
        <source>&amp;Why it is corrected</source>
        <translation>&amp;Por qué se corrige</translation>
    </message>
    <message>
        <source>The earlier letter gave a wrong phone number for appeals.</source>
        <translation>La carta anterior daba un teléfono equivocado para apelaciones.</translation>
    </message>
    <message>
        <source>This is printed in the letter.</source>
        <translation>Esto se imprime en la carta.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CriteriaPanel</name>
    <message>
        <source>Criteria of the policy</source>
        <translation>Criterios de la política</translation>
    </message>
    <message>
        <source>Open policy text</source>
        <translation>Abrir el texto de la política</translation>
    </message>
    <message>
        <source>P on a question or a criterion opens it there</source>
        <translation>P en una pregunta o un criterio lo abre allí</translation>
    </message>
    <message>
        <source>Before a letter, still to answer: %1.</source>
        <translation>Antes de una carta, falta responder: %1.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Sigue: %1</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>Después: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Fold what does not apply</source>
        <translation>Plegar lo que no corresponde</translation>
    </message>
    <message>
        <source>1 other does not apply</source>
        <translation>1 más no corresponde</translation>
    </message>
    <message>
        <source>%1 others do not apply</source>
        <translation>%1 más no corresponden</translation>
    </message>
</context>
<context>
    <name>reviewdesk::CriterionRow</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>; %1: %2</source>
        <translation>; %1: %2</translation>
    </message>
</context>
<context>
    <name>reviewdesk::DateField</name>
    <message>
        <source>Calendar for %1</source>
        <translation>Calendario para %1</translation>
    </message>
    <message>
        <source>Choose from a calendar (Alt+Down)</source>
        <translation>Elegir en un calendario (Alt+Abajo)</translation>
    </message>
    <message>
        <source>“%1” is not a whole date yet: write it as %2, like %3.</source>
        <translation>“%1” todavía no es una fecha completa: escríbala como %2, por ejemplo %3.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::DecisionForm</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Done as %1</source>
        <translation>Queda a nombre de %1</translation>
    </message>
    <message>
        <source>no specialty on file</source>
        <translation>sin especialidad registrada</translation>
    </message>
    <message>
        <source>no NPI on file</source>
        <translation>sin NPI registrado</translation>
    </message>
    <message>
        <source>NPI %1</source>
        <translation>NPI %1</translation>
    </message>
    <message>
        <source>Signing as %1</source>
        <translation>Firma como %1</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Su decisión</translation>
    </message>
    <message>
        <source>A new round</source>
        <translation>Una ronda nueva</translation>
    </message>
    <message>
        <source>Reason in plain words</source>
        <translation>Motivo en palabras sencillas</translation>
    </message>
    <message>
        <source>for the member; printed as written</source>
        <translation>para el miembro; se imprime tal cual</translation>
    </message>
    <message>
        <source>Clinical rationale</source>
        <translation>Justificación clínica</translation>
    </message>
    <message>
        <source>printed in the letter</source>
        <translation>se imprime en la carta</translation>
    </message>
    <message>
        <source>Note to the physician</source>
        <translation>Nota para el médico</translation>
    </message>
    <message>
        <source>Comment to the nurse</source>
        <translation>Comentario para enfermería</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>Por qué motivo</translation>
    </message>
    <message>
        <source>stands in the history; the rounds before are kept</source>
        <translation>queda en el historial; las rondas anteriores se conservan</translation>
    </message>
    <message>
        <source>Withdrawn on whose word</source>
        <translation>Retirada a pedido de quién</translation>
    </message>
    <message>
        <source>Reply by</source>
        <translation>Responder antes de</translation>
    </message>
    <message>
        <source>Choose a decision.</source>
        <translation>Elija una decisión.</translation>
    </message>
    <message>
        <source>Write your opinion first.</source>
        <translation>Primero escriba su opinión.</translation>
    </message>
    <message>
        <source>There is no other physician with an account.</source>
        <translation>No hay otro médico con cuenta.</translation>
    </message>
    <message>
        <source>There is no other physician to ask: who denied may not hear the appeal.</source>
        <translation>No hay otro médico a quien preguntar: quien denegó no puede ver la apelación.</translation>
    </message>
    <message>
        <source>Write the reason in plain words for the member first.</source>
        <translation>Primero escriba el motivo en palabras sencillas para el miembro.</translation>
    </message>
    <message>
        <source>Deny: %1
under %2</source>
        <translation>Denegar: %1
según %2</translation>
    </message>
    <message>
        <source>Deny: by the contract provision on record</source>
        <translation>Denegar: por la cláusula del contrato que consta</translation>
    </message>
</context>
<context>
    <name>reviewdesk::DecisionPage</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Referred by %1</source>
        <translation>Remitido por %1</translation>
    </message>
    <message>
        <source>Prepared by %1</source>
        <translation>Preparado por %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Not saved: %1 Everything you typed is still here.</source>
        <translation>Sin guardar: %1 Todo lo que usted escribió sigue aquí.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>What you may have written here before could not be read: %1 Nothing was overwritten; you can write once it is here.</source>
        <translation>No se pudo leer lo que usted haya escrito aquí antes: %1 No se sobrescribió nada; podrá escribir en cuanto esté aquí.</translation>
    </message>
    <message>
        <source>What you may have written here before is not here yet.</source>
        <translation>Lo que usted haya escrito aquí antes todavía no está aquí.</translation>
    </message>
    <message>
        <source>This page shows the case as it was before.</source>
        <translation>Esta página muestra el caso como estaba antes.</translation>
    </message>
    <message>
        <source>There is nothing left to decide here. What you typed stays on this page until you leave it; copy from it what is still needed.</source>
        <translation>Aquí ya no hay nada que decidir. Lo que usted escribió queda en esta página hasta que salga de ella; copie lo que todavía haga falta.</translation>
    </message>
    <message>
        <source>What you typed is kept. Look at the case as it is now before you decide.</source>
        <translation>Lo que usted escribió se conserva. Mire el caso como está ahora antes de decidir.</translation>
    </message>
    <message>
        <source>Show it as it is &amp;now</source>
        <translation>Mostrarlo como está a&amp;hora</translation>
    </message>
    <message>
        <source>Open the &amp;review</source>
        <translation>Abrir la re&amp;visión</translation>
    </message>
    <message>
        <source>Re&amp;marks…</source>
        <translation>Co&amp;mentarios…</translation>
    </message>
    <message>
        <source>Com&amp;pare rounds…</source>
        <translation>Com&amp;parar rondas…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Open &amp;letter</source>
        <translation>Abrir la car&amp;ta</translation>
    </message>
    <message>
        <source>&amp;Sign decision</source>
        <translation>&amp;Firmar la decisión</translation>
    </message>
    <message>
        <source>Con&amp;firm</source>
        <translation>C&amp;onfirmar</translation>
    </message>
    <message>
        <source>The case was changed meanwhile: look at it as it is now.</source>
        <translation>El caso cambió entretanto: mírelo como está ahora.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Recor&amp;d…</source>
        <translation>Expe&amp;diente…</translation>
    </message>
    <message>
        <source>The attached documents (F8)</source>
        <translation>Los documentos adjuntos (F8)</translation>
    </message>
</context>
<context>
    <name>reviewdesk::DepartmentPage</name>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Carga de trabajo</translation>
    </message>
    <message>
        <source>Letters to release</source>
        <translation>Cartas por despachar</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
</context>
<context>
    <name>reviewdesk::DepartmentSettings</name>
    <message>
        <source>&amp;Save settings</source>
        <translation>&amp;Guardar la configuración</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Organi&amp;zation</source>
        <translation>&amp;Organización</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Chosen at the first start; due dates rest on it.</source>
        <translation>Elegida en el primer inicio; los vencimientos se basan en ella.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> días</translation>
    </message>
    <message>
        <source>An approval is &amp;valid for</source>
        <translation>Una aprobación es &amp;válida por</translation>
    </message>
    <message>
        <source>Who may sign in, and what keeps the workspace safe</source>
        <translation>Quién puede iniciar sesión y qué protege el espacio de trabajo</translation>
    </message>
    <message>
        <source>passphrase password users physicians nurses supervisors recovery database key backups restore security</source>
        <translation>frase de contraseña usuarios cuentas médicos enfermería supervisores clave de recuperación base de datos copias de seguridad respaldo restaurar</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Cartas</translation>
    </message>
    <message>
        <source>Lett&amp;erhead…</source>
        <translation>&amp;Membrete…</translation>
    </message>
    <message>
        <source>The plan&apos;s name, addresses, telephones, logo and own texts</source>
        <translation>Nombre, direcciones, teléfonos, logotipo y textos propios del plan</translation>
    </message>
    <message>
        <source>signature reply days time to answer appeal denial code peer-to-peer telephone</source>
        <translation>firma plazo de respuesta días apelación código de denegación entre médicos teléfono</translation>
    </message>
    <message>
        <source>usual (%1)</source>
        <translation>el usual (%1)</translation>
    </message>
    <message>
        <source>Highest reading grade for members: %1</source>
        <translation>Grado de lectura máximo para miembros: %1</translation>
    </message>
    <message>
        <source>Saved. Windows that are open on a case take it over when it is opened again.</source>
        <translation>Guardado. Las ventanas abiertas en un caso lo toman cuando el caso se abre de nuevo.</translation>
    </message>
    <message>
        <source>&amp;Accounts, keys and backups…</source>
        <translation>Cu&amp;entas, claves y copias…</translation>
    </message>
    <message>
        <source>&amp;Accounts…</source>
        <translation>Cu&amp;entas…</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Without a key or the mouse. In force for each person from the next sign-in on.</source>
        <translation>Sin teclado ni ratón. Rige para cada persona desde su próximo inicio de sesión.</translation>
    </message>
    <message>
        <source>idle minutes automatic screen timeout session security log out</source>
        <translation>inactividad minutos automático pantalla bloqueo sesión seguridad cerrar</translation>
    </message>
    <message>
        <source>Windows lock themselves afte&amp;r</source>
        <translation>Las ventanas se &amp;bloquean solas después de</translation>
    </message>
    <message>
        <source>health plan name company</source>
        <translation>plan de salud nombre aseguradora empresa</translation>
    </message>
    <message>
        <source>timezone clock local time</source>
        <translation>huso horario reloj hora local</translation>
    </message>
    <message>
        <source>authorization validity expires</source>
        <translation>autorización vigencia vence</translation>
    </message>
    <message>
        <source>reading level plain language readability</source>
        <translation>nivel de lectura lenguaje sencillo legibilidad</translation>
    </message>
</context>
<context>
    <name>reviewdesk::Desk</name>
    <message>
        <source>“%1” is a request or a case file: a case of its own, no document of this one.</source>
        <translation>«%1» es una solicitud o un archivo de caso: un caso propio, no un documento de este.</translation>
    </message>
    <message>
        <source>%1 of these files are requests or case files: cases of their own, no documents of this one.</source>
        <translation>%1 de estos archivos son solicitudes o archivos de caso: casos propios, no documentos de este.</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>No se adjuntó</translation>
    </message>
    <message>
        <source>&amp;Stay here</source>
        <translation>&amp;Quedarse aquí</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;Aceptar</translation>
    </message>
    <message>
        <source>This case is saved before another page opens.</source>
        <translation>Este caso se guarda antes de que se abra otra página.</translation>
    </message>
    <message>
        <source>&amp;Open among incoming requests</source>
        <translation>&amp;Abrir entre las solicitudes entrantes</translation>
    </message>
    <message>
        <source>Nurses and supervisors take requests in.</source>
        <translation>Las solicitudes las reciben el personal de enfermería y los supervisores.</translation>
    </message>
    <message>
        <source>ReviewDesk is now version %1.</source>
        <translation>ReviewDesk es ahora la versión %1.</translation>
    </message>
    <message>
        <source>W&amp;hat&apos;s new</source>
        <translation>No&amp;vedades</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Cartas</translation>
    </message>
    <message>
        <source>The letters of this case</source>
        <translation>Las cartas de este caso</translation>
    </message>
</context>
<context>
    <name>reviewdesk::DeskBar</name>
    <message>
        <source>Practice: all people are invented, nothing is kept</source>
        <translation>Práctica: personas inventadas; no se guarda nada</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>&amp;Informes</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Bloquear</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>&amp;Worklist</source>
        <translation>&amp;Lista de trabajo</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>&amp;Departamento</translation>
    </message>
    <message>
        <source>Second &amp;reviews</source>
        <translation>Segundas &amp;revisiones</translation>
    </message>
    <message>
        <source>&amp;Incoming</source>
        <translation>&amp;Entrantes</translation>
    </message>
    <message>
        <source>&amp;Incoming: %1</source>
        <translation>&amp;Entrantes: %1</translation>
    </message>
    <message>
        <source>Requests by FHIR, tables of requests and case files. Ctrl+O opens one.</source>
        <translation>Solicitudes por FHIR, tablas de solicitudes y archivos de casos. Ctrl+O abre uno.</translation>
    </message>
    <message>
        <source>%1 requests came and wait. Ctrl+O opens another.</source>
        <translation>Llegaron %1 solicitudes y esperan. Ctrl+O abre otra.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>What the policy asks to see, in its own words. What is missing fills the information request.</source>
        <translation>Lo que la política pide ver, en sus propias palabras. Lo que falta pasa a la solicitud de información.</translation>
    </message>
    <message>
        <source>Required documentation</source>
        <translation>Documentación exigida</translation>
    </message>
    <message>
        <source>None is required with the answers so far.</source>
        <translation>Con las respuestas hasta ahora no se exige ninguna.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibidos</translation>
    </message>
    <message>
        <source>Title of the document</source>
        <translation>Título del documento</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Document received on</source>
        <translation>Documento recibido el</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>“%1” is not a number of pages.</source>
        <translation>“%1” no es un número de páginas.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibido</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 páginas</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>recibido el %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove document %1: %2</source>
        <translation>Quitar el documento %1: %2</translation>
    </message>
    <message>
        <source>Nothing was received yet.</source>
        <translation>Todavía no se recibió nada.</translation>
    </message>
    <message>
        <source>On paper, or seen in a portal</source>
        <translation>En papel, o visto en un portal</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Agregar a la lista</translation>
    </message>
    <message>
        <source>A&amp;ttach documents…</source>
        <translation>Adjun&amp;tar documentos…</translation>
    </message>
    <message>
        <source>or drop files here, or paste a picture: PDF, PNG, JPEG, TIFF</source>
        <translation>o suelte archivos aquí, o pegue una imagen: PDF, PNG, JPEG, TIFF</translation>
    </message>
    <message>
        <source>Scanner folder…</source>
        <translation>Carpeta del escáner…</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Dejar de vigilar</translation>
    </message>
    <message>
        <source>No scanner folder is watched.</source>
        <translation>No se vigila ninguna carpeta del escáner.</translation>
    </message>
    <message>
        <source>Watched for scans: %1</source>
        <translation>Se vigila por si llegan escaneos: %1</translation>
    </message>
    <message>
        <source>Take a document out of the record</source>
        <translation>Retirar un documento del expediente</translation>
    </message>
    <message>
        <source>“%1” is no part of the record from now on. The history keeps it, with your reason:</source>
        <translation>“%1” ya no es parte del expediente desde ahora. El historial lo conserva, con su motivo:</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Retirarlo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Open document %1: %2</source>
        <translation>Abrir el documento %1: %2</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>Retirar…</translation>
    </message>
</context>
<context>
    <name>reviewdesk::DrawSampleDialog</name>
    <message>
        <source>Decided from</source>
        <translation>Decidido desde</translation>
    </message>
    <message>
        <source>Decided until</source>
        <translation>Decidido hasta</translation>
    </message>
    <message>
        <source>&amp;Draw the sample</source>
        <translation>Extraer la &amp;muestra</translation>
    </message>
    <message>
        <source>Draw a quality sample</source>
        <translation>Extraer una muestra de calidad</translation>
    </message>
    <message>
        <source>Approved and denied</source>
        <translation>Aprobados y denegados</translation>
    </message>
    <message>
        <source>Cases of &amp;nurse</source>
        <translation>Casos de e&amp;nfermería</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Resultado</translation>
    </message>
    <message>
        <source>Decided &amp;from</source>
        <translation>Decididos &amp;desde</translation>
    </message>
    <message>
        <source>&amp;until</source>
        <translation>&amp;hasta</translation>
    </message>
    <message>
        <source>How &amp;many</source>
        <translation>Cuán&amp;tos</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Semilla</translation>
    </message>
    <message>
        <source>The same seed draws the same cases again; it is kept with the sample.</source>
        <translation>La misma semilla extrae otra vez los mismos casos; se guarda con la muestra.</translation>
    </message>
    <message>
        <source>&amp;Reviewed a second time by</source>
        <translation>Los revisa por segunda &amp;vez</translation>
    </message>
    <message>
        <source>Cases that this person prepared or decided are not drawn.</source>
        <translation>No se extraen casos que esta persona preparó o decidió.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>todas las personas</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The seed is a whole number from 0 to %1.</source>
        <translation>La semilla es un número entero de 0 a %1.</translation>
    </message>
    <message>
        <source>The period needs both its days.</source>
        <translation>El período necesita sus dos días.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::DueSheet</name>
    <message>
        <source>%1 (from memory, not read in its source)</source>
        <translation>%1 (de memoria, sin leer en su fuente)</translation>
    </message>
    <message>
        <source>More time, once: %1. %2</source>
        <translation>Más tiempo, una vez: %1. %2</translation>
    </message>
    <message>
        <source>Asking for information does not stop it.</source>
        <translation>Pedir información no lo detiene.</translation>
    </message>
    <message>
        <source>When it is due</source>
        <translation>Cuándo vence</translation>
    </message>
    <message>
        <source>Rules of time</source>
        <translation>Reglas de plazos</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>No rule fits yet: a due date follows from receipt, urgency, timing and line of business.</source>
        <translation>Todavía no corresponde ninguna regla: el vencimiento depende de la recepción, la urgencia, el momento y la línea de negocio.</translation>
    </message>
    <message>
        <source>Stands still: waiting for information</source>
        <translation>Detenido: esperando información</translation>
    </message>
    <message>
        <source>This one binds</source>
        <translation>Esta es la que rige</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Vence: %1</translation>
    </message>
    <message>
        <source>It does not count: the request was received anew since</source>
        <translation>No cuenta: la solicitud se recibió de nuevo después</translation>
    </message>
    <message>
        <source>Asked for information %1, before the case was withdrawn; waited until %2</source>
        <translation>Se pidió información %1, antes de que se retirara el caso; en espera hasta %2</translation>
    </message>
    <message>
        <source>Asked for information %1, answered %2</source>
        <translation>Se pidió información %1, respondida %2</translation>
    </message>
    <message>
        <source>Asked for information %1, waiting</source>
        <translation>Se pidió información %1, en espera</translation>
    </message>
    <message>
        <source>The letter that asks was issued %1</source>
        <translation>La carta que la pide se emitió %1</translation>
    </message>
    <message>
        <source>No letter that asks was issued</source>
        <translation>No se emitió ninguna carta que la pida</translation>
    </message>
    <message>
        <source>Extended %1</source>
        <translation>Prorrogado %1</translation>
    </message>
    <message>
        <source>The notice of it was issued %1</source>
        <translation>Su aviso se emitió %1</translation>
    </message>
    <message>
        <source>No notice of it was issued</source>
        <translation>No se emitió ningún aviso de ello</translation>
    </message>
    <message>
        <source>What happened to the clock</source>
        <translation>Qué pasó con el reloj</translation>
    </message>
    <message>
        <source>Extend the time</source>
        <translation>Prorrogar el plazo</translation>
    </message>
    <message>
        <source>It would then be due %1, once its notice is issued, before the time runs out; the reason stands in it.</source>
        <translation>Entonces vencería %1, cuando se emita su aviso, antes de que venza el plazo; el motivo consta en él.</translation>
    </message>
    <message>
        <source>&amp;Why more time is needed</source>
        <translation>&amp;Por qué se necesita más tiempo</translation>
    </message>
    <message>
        <source>Why more time is needed</source>
        <translation>Por qué se necesita más tiempo</translation>
    </message>
    <message>
        <source>E&amp;xtend and write the notice</source>
        <translation>Prorro&amp;gar y escribir el aviso</translation>
    </message>
    <message>
        <source>Say why first.</source>
        <translation>Primero diga por qué.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::EffectiveDateBar</name>
    <message>
        <source>Effective date</source>
        <translation>Fecha de vigencia</translation>
    </message>
    <message>
        <source>&amp;Enter date</source>
        <translation>Indicar la fec&amp;ha</translation>
    </message>
    <message>
        <source>Take date &amp;back</source>
        <translation>&amp;Quitar la fecha</translation>
    </message>
    <message>
        <source>E&amp;ffective from</source>
        <translation>&amp;Vigente desde</translation>
    </message>
    <message>
        <source>Effective date: %1</source>
        <translation>Fecha de vigencia: %1</translation>
    </message>
    <message>
        <source>Type the day first, like 2026-11-09.</source>
        <translation>Escriba primero el día, como 2026-11-09.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::Field</name>
    <message>
        <source>needed</source>
        <translation>necesario</translation>
    </message>
    <message>
        <source>Check: %1</source>
        <translation>Revise: %1</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Confirm as sent: %1</source>
        <translation>Confirmar como se envió: %1</translation>
    </message>
    <message>
        <source>It stands as the message gave it; nobody has confirmed it yet.</source>
        <translation>Está como lo dio el mensaje; nadie lo confirmó todavía.</translation>
    </message>
    <message>
        <source>It stands as the message gives it at %1; nobody has confirmed it yet.</source>
        <translation>Está como lo da el mensaje en %1; nadie lo confirmó todavía.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::FilterBar</name>
    <message>
        <source>Any time</source>
        <translation>Cualquier momento</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencidos</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Within 3 days</source>
        <translation>En 3 días</translation>
    </message>
    <message>
        <source>Within 7 days</source>
        <translation>En 7 días</translation>
    </message>
    <message>
        <source>No due date yet</source>
        <translation>Sin vencimiento aún</translation>
    </message>
    <message>
        <source>Between two dates…</source>
        <translation>Entre dos fechas…</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>me</source>
        <translation>yo</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>Vence: %1</translation>
    </message>
    <message>
        <source>Urgency: %1</source>
        <translation>Urgencia: %1</translation>
    </message>
    <message>
        <source>expedited</source>
        <translation>acelerada</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>estándar</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Línea de negocio</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado del plan</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Procedimiento</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>met</source>
        <translation>se cumple</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>no se cumple</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Preparado por</translation>
    </message>
    <message>
        <source>Letters: to print</source>
        <translation>Cartas: por imprimir</translation>
    </message>
    <message>
        <source>Letters: issued</source>
        <translation>Cartas: emitidas</translation>
    </message>
    <message>
        <source>Clear &amp;filters</source>
        <translation>Quitar los &amp;filtros</translation>
    </message>
    <message>
        <source>Save as &amp;view…</source>
        <translation>Guardar como &amp;vista…</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Quitar el filtro %1</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Quitar este filtro</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Situación</translation>
    </message>
    <message>
        <source>&amp;Line of business</source>
        <translation>&amp;Línea de negocio</translation>
    </message>
    <message>
        <source>Plan s&amp;tate</source>
        <translation>Es&amp;tado del plan</translation>
    </message>
    <message>
        <source>&amp;Procedure</source>
        <translation>&amp;Procedimiento</translation>
    </message>
    <message>
        <source>&amp;Outcome so far</source>
        <translation>&amp;Resultado hasta ahora</translation>
    </message>
    <message>
        <source>Criteria &amp;met</source>
        <translation>Criterios &amp;cumplidos</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>A&amp;biertos</translation>
    </message>
    <message>
        <source>Criteria &amp;not met</source>
        <translation>Criterios &amp;no cumplidos</translation>
    </message>
    <message>
        <source>&amp;Assigned to</source>
        <translation>Asi&amp;gnado a</translation>
    </message>
    <message>
        <source>P&amp;repared by</source>
        <translation>Pr&amp;eparado por</translation>
    </message>
    <message>
        <source>&amp;Clear all filters</source>
        <translation>&amp;Quitar todos los filtros</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>&amp;Vence</translation>
    </message>
    <message>
        <source>&amp;Urgency</source>
        <translation>&amp;Urgencia</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Expedited</source>
        <translation>Acelerada</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Estándar</translation>
    </message>
    <message>
        <source>L&amp;etters</source>
        <translation>C&amp;artas</translation>
    </message>
    <message>
        <source>To print</source>
        <translation>Por imprimir</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Emitidas</translation>
    </message>
    <message>
        <source>Due between</source>
        <translation>Vence entre</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>Wait is over</source>
        <translation>Espera cumplida</translation>
    </message>
    <message>
        <source>&amp;Wait for information is over</source>
        <translation>Espera de in&amp;formación cumplida</translation>
    </message>
</context>
<context>
    <name>reviewdesk::FirstStartPage</name>
    <message>
        <source>&amp;Make the workspace</source>
        <translation>&amp;Crear el espacio de trabajo</translation>
    </message>
    <message>
        <source>Look around first: &amp;open a practice caseload of invented people</source>
        <translation>Mirar primero: abrir casos de &amp;práctica con personas inventadas</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Le damos la bienvenida</translation>
    </message>
    <message>
        <source>This makes an encrypted workspace on this computer, and you its first supervisor.</source>
        <translation>Esto crea un espacio de trabajo cifrado en esta computadora, con usted como primera persona supervisora.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Su &amp;nombre</translation>
    </message>
    <message>
        <source>&amp;Login name</source>
        <translation>Nombre de &amp;usuario</translation>
    </message>
    <message>
        <source>C&amp;redential</source>
        <translation>C&amp;redencial</translation>
    </message>
    <message>
        <source>Pl&amp;an&apos;s name</source>
        <translation>Nombre del p&amp;lan</translation>
    </message>
    <message>
        <source>Its time &amp;zone</source>
        <translation>Su &amp;zona horaria</translation>
    </message>
    <message>
        <source>Making the workspace</source>
        <translation>Creación del espacio de trabajo</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Your name is missing: letters and the history are signed with it.</source>
        <translation>Falta su nombre: con él se firman las cartas y el historial.</translation>
    </message>
    <message>
        <source>The login name is missing: it is what you type to sign in.</source>
        <translation>Falta el nombre de usuario: es lo que usted escribe para iniciar sesión.</translation>
    </message>
    <message>
        <source>The login name has a space in it; use a point instead.</source>
        <translation>El nombre de usuario tiene un espacio; use un punto en su lugar.</translation>
    </message>
    <message>
        <source>The plan&apos;s name is missing.</source>
        <translation>Falta el nombre del plan.</translation>
    </message>
    <message>
        <source>Making the workspace…</source>
        <translation>Creando el espacio de trabajo…</translation>
    </message>
    <message>
        <source>As it stands under letters.</source>
        <translation>Como figura bajo las cartas.</translation>
    </message>
    <message>
        <source>What you type to sign in.</source>
        <translation>Lo que escribe para iniciar sesión.</translation>
    </message>
    <message>
        <source>RN, LPN, …; may be left out.</source>
        <translation>RN, LPN, …; puede omitirse.</translation>
    </message>
    <message>
        <source>The health plan whose cases are reviewed.</source>
        <translation>El plan de salud cuyos casos se revisan.</translation>
    </message>
    <message>
        <source>Due dates are counted in it.</source>
        <translation>Los vencimientos se cuentan en ella.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::HelpCard</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Texto de ayuda</translation>
    </message>
</context>
<context>
    <name>reviewdesk::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>reviewdesk::HelpSheet</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guía del usuario</translation>
    </message>
</context>
<context>
    <name>reviewdesk::HistoryList</name>
    <message>
        <source>History of the case</source>
        <translation>Historial del caso</translation>
    </message>
    <message>
        <source>The history cannot be read: %1</source>
        <translation>El historial no se puede leer: %1</translation>
    </message>
    <message>
        <source>%1  %2: %3</source>
        <translation>%1  %2: %3</translation>
    </message>
</context>
<context>
    <name>reviewdesk::HistorySheet</name>
    <message>
        <source>History of %1</source>
        <translation>Historial de %1</translation>
    </message>
    <message>
        <source>Com&amp;pare rounds…</source>
        <translation>Com&amp;parar rondas…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
</context>
<context>
    <name>reviewdesk::IncomingList</name>
    <message>
        <source>Files that came</source>
        <translation>Archivos que llegaron</translation>
    </message>
    <message>
        <source>still being written, %1</source>
        <translation>todavía se está escribiendo, %1</translation>
    </message>
    <message>
        <source>here already: %1</source>
        <translation>ya está aquí: %1</translation>
    </message>
    <message>
        <source>cannot be taken in</source>
        <translation>no se puede recibir</translation>
    </message>
    <message>
        <source>opened by you, %1</source>
        <translation>abierto por usted, %1</translation>
    </message>
    <message>
        <source>arrived %1, %2</source>
        <translation>llegó %1, %2</translation>
    </message>
</context>
<context>
    <name>reviewdesk::IncomingRequests</name>
    <message>
        <source>Watch a folder</source>
        <translation>Vigilar una carpeta</translation>
    </message>
    <message>
        <source>%1 cases</source>
        <translation>%1 casos</translation>
    </message>
</context>
<context>
    <name>reviewdesk::IntakePage</name>
    <message>
        <source>Stop watching</source>
        <translation>Dejar de vigilar</translation>
    </message>
    <message>
        <source>&amp;Make a draft</source>
        <translation>&amp;Crear un borrador</translation>
    </message>
    <message>
        <source>Incoming requests</source>
        <translation>Solicitudes entrantes</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>&amp;Abrir un archivo…</translation>
    </message>
    <message>
        <source>Ctrl+O; or drop it on the window</source>
        <translation>Ctrl+O; o suéltelo en la ventana</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Carpeta vigilada</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Reading the message…</source>
        <translation>Leyendo el mensaje…</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;Aceptar</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>Abrir solicitudes</translation>
    </message>
    <message>
        <source>None. Files that come into a watched folder are listed here.</source>
        <translation>Ninguna. Los archivos que llegan a una carpeta vigilada aparecen aquí.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Is it still there?</source>
        <translation>%1 no se puede leer. ¿Sigue allí?</translation>
    </message>
    <message>
        <source>Choose a file at the left to see what it asks for.</source>
        <translation>Elija un archivo a la izquierda para ver qué pide.</translation>
    </message>
    <message>
        <source>Nothing has come in. Open a file (Ctrl+O), drop one on the window, or let a folder be watched.</source>
        <translation>No llegó nada. Abra un archivo (Ctrl+O), suelte uno en la ventana o haga vigilar una carpeta.</translation>
    </message>
    <message>
        <source>This file is still being written. It opens as soon as it is whole.</source>
        <translation>Este archivo todavía se está escribiendo. Se abre en cuanto esté completo.</translation>
    </message>
    <message>
        <source>Open the &amp;case</source>
        <translation>Abrir el c&amp;aso</translation>
    </message>
    <message>
        <source>This message is here already, as case %1.</source>
        <translation>Este mensaje ya está aquí, como caso %1.</translation>
    </message>
    <message>
        <source>Received %1, when it came to us; the clock runs from then. Nothing is an answer before you confirm it.</source>
        <translation>Recibida %1, cuando nos llegó; el plazo corre desde entonces. Nada es una respuesta antes de que usted lo confirme.</translation>
    </message>
    <message>
        <source>The draft takes over everything but the decision.</source>
        <translation>El borrador toma todo menos la decisión.</translation>
    </message>
    <message>
        <source>Requests, tables and case files (*.json *.csv);;All files (*)</source>
        <translation>Solicitudes, tablas y archivos de caso (*.json *.csv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Received %1; the clock runs from then. What the row says waits for you to confirm it.</source>
        <translation>Recibida el %1; el plazo corre desde entonces. Lo que dice la fila espera a que usted lo confirme.</translation>
    </message>
    <message>
        <source>%1 cases</source>
        <translation>%1 casos</translation>
    </message>
    <message>
        <source>&amp;Make %1 drafts</source>
        <translation>&amp;Crear %1 borradores</translation>
    </message>
    <message>
        <source>Making drafts: %1 done, %2 to go.</source>
        <translation>Creando borradores: %1 hechos, faltan %2.</translation>
    </message>
    <message>
        <source>A draft was made: %1. It is in the worklist.</source>
        <translation>Se creó un borrador: %1. Está en la lista de trabajo.</translation>
    </message>
    <message>
        <source>%1 drafts were made: %2 to %3. They are in the worklist.</source>
        <translation>Se crearon %1 borradores: %2 a %3. Están en la lista de trabajo.</translation>
    </message>
    <message>
        <source>Can be taken in: %1.</source>
        <translation>Se pueden recibir: %1.</translation>
    </message>
    <message>
        <source>Here already: %1.</source>
        <translation>Ya están aquí: %1.</translation>
    </message>
    <message>
        <source>To correct: %1.</source>
        <translation>Por corregir: %1.</translation>
    </message>
    <message>
        <source>Add to the &amp;case</source>
        <translation>Agregar al &amp;caso</translation>
    </message>
    <message>
        <source>This request is here as case %1 and now asks for an expedited review. Add it, and look at the case at once.</source>
        <translation>Esta solicitud está aquí como caso %1 y ahora pide una revisión acelerada. Añádala y mire el caso enseguida.</translation>
    </message>
    <message>
        <source>This request is here as case %1 and says something else now. Adding it notes that in the case’s history.</source>
        <translation>Esta solicitud está aquí como caso %1 y ahora dice otra cosa. Al agregarla, eso se anota en el historial del caso.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::LetterAside</name>
    <message>
        <source>&amp;Which letter</source>
        <translation>&amp;Qué carta</translation>
    </message>
    <message>
        <source>To the &amp;member</source>
        <translation>Al &amp;miembro</translation>
    </message>
    <message>
        <source>To the &amp;provider</source>
        <translation>Al &amp;proveedor</translation>
    </message>
    <message>
        <source>&amp;Large print, 18 points</source>
        <translation>&amp;Letra grande, 18 puntos</translation>
    </message>
    <message>
        <source>What the letter must say</source>
        <translation>Lo que la carta debe decir</translation>
    </message>
</context>
<context>
    <name>reviewdesk::LetterDraft</name>
    <message>
        <source>&amp;Use the drafted words</source>
        <translation>&amp;Usar el texto propuesto</translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation>Mostrar los cam&amp;bios</translation>
    </message>
    <message>
        <source>R&amp;eason in plain words</source>
        <translation>Motivo en palabras &amp;sencillas</translation>
    </message>
    <message>
        <source>Clinical ra&amp;tionale</source>
        <translation>&amp;Justificación clínica</translation>
    </message>
    <message>
        <source>The member&apos;s letter explains at first use: %1.</source>
        <translation>La carta al miembro explica al primer uso: %1.</translation>
    </message>
    <message>
        <source>Explain these abbreviations to the member: %1</source>
        <translation>Explique estas abreviaturas al miembro: %1</translation>
    </message>
    <message>
        <source>Reading grade: nothing written yet</source>
        <translation>Grado de lectura: todavía no hay texto</translation>
    </message>
    <message>
        <source>Reading grade %1: above %2. Use shorter words and sentences.</source>
        <translation>Grado de lectura %1: por encima de %2. Use palabras y frases más cortas.</translation>
    </message>
    <message>
        <source>Reading grade %1 (at most %2)</source>
        <translation>Grado de lectura %1 (máximo %2)</translation>
    </message>
    <message>
        <source>The case has taken a step since this letter was opened: it is %1 now. Go back, and open the letter again.</source>
        <translation>El caso dio un paso desde que se abrió esta carta: ahora está %1. Vuelva atrás y abra la carta otra vez.</translation>
    </message>
    <message>
        <source>%1 Your words are still here: copy what you need.</source>
        <translation>%1 Sus palabras siguen aquí: copie lo que necesite.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::LetterPage</name>
    <message>
        <source>&amp;Issue letter</source>
        <translation>&amp;Emitir la carta</translation>
    </message>
    <message>
        <source>Issue a c&amp;orrection…</source>
        <translation>Emitir una c&amp;orrección…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>Save PD&amp;F…</source>
        <translation>Guardar PD&amp;F…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>The letter is a draft. Issue it first, then print or save it.</source>
        <translation>La carta es un borrador. Primero emítala; después imprímala o guárdela.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>Letter: %1</source>
        <translation>Carta: %1</translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>Componiendo las páginas…</translation>
    </message>
    <message>
        <source>&amp;Issue the correction</source>
        <translation>&amp;Emitir la corrección</translation>
    </message>
    <message>
        <source>&amp;Keep the earlier letter</source>
        <translation>&amp;Conservar la carta anterior</translation>
    </message>
    <message>
        <source>Draft of a correction of the letter of %1. That one stays as it is.</source>
        <translation>Borrador de una corrección de la carta de %1. Esa queda como está.</translation>
    </message>
    <message>
        <source>Draft: not issued. What you see is what will print; hours in it count from the issue.</source>
        <translation>Borrador: sin emitir. Lo que ve es lo que se imprimirá; las horas que menciona cuentan desde la emisión.</translation>
    </message>
    <message>
        <source>Not issued. This program cannot write the letter.</source>
        <translation>Sin emitir. Este programa no puede redactar la carta.</translation>
    </message>
    <message>
        <source>Draft: not issued. What you see is what will print.</source>
        <translation>Borrador: sin emitir. Lo que ve es lo que se imprimirá.</translation>
    </message>
    <message>
        <source>Issued %1 by %2.</source>
        <translation>Emitida %1 por %2.</translation>
    </message>
    <message>
        <source>It is kept for the record: prints are marked COPY.</source>
        <translation>Se conserva en el registro: las impresiones llevan la marca COPY.</translation>
    </message>
    <message>
        <source>It corrects an earlier letter: %1</source>
        <translation>Corrige una carta anterior: %1</translation>
    </message>
    <message>
        <source>It went out before: further ones are marked COPY.</source>
        <translation>Ya salió antes: las siguientes llevan la marca COPY.</translation>
    </message>
    <message>
        <source>Its words are frozen.</source>
        <translation>Su texto ya no cambia.</translation>
    </message>
    <message>
        <source>The letter that was to be corrected holds no more: another took its place, or the case went on. Your words are still here: copy what you need, then cancel.</source>
        <translation>La carta que se iba a corregir ya no está vigente: otra ocupa su lugar o el caso siguió adelante. Sus palabras siguen aquí: copie lo que necesite y cancele.</translation>
    </message>
    <message>
        <source>Issued. Print it or save it as PDF.</source>
        <translation>Emitida. Imprímala o guárdela como PDF.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviada a la impresora.</translation>
    </message>
    <message>
        <source>The letter is written.</source>
        <translation>La carta se guardó.</translation>
    </message>
    <message>
        <source>Somebody else saved this case meanwhile. The letter shows it as it is kept now, with your words.</source>
        <translation>Entretanto otra persona guardó este caso. La carta lo muestra tal como está guardado ahora, con sus palabras.</translation>
    </message>
    <message>
        <source>The letter has today’s date now, and what follows from it. Read it, then issue it.</source>
        <translation>La carta tiene ahora la fecha de hoy y lo que se deriva de ella. Léala y después emítala.</translation>
    </message>
    <message>
        <source>Time went on while this letter stood open, and it may not be issued any more: the reason is in the list.</source>
        <translation>Pasó el tiempo mientras esta carta estaba abierta y ya no se puede emitir: el motivo está en la lista.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::LetterPreview</name>
    <message>
        <source>Letter as it will print</source>
        <translation>La carta como se imprimirá</translation>
    </message>
    <message>
        <source>There is no letter to show.</source>
        <translation>No hay carta que mostrar.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::LetterRun</name>
    <message>
        <source>The printer did not take it.</source>
        <translation>La impresora no la recibió.</translation>
    </message>
    <message>
        <source>The printer did not take the job; nothing of it was counted as printed.</source>
        <translation>La impresora no recibió el trabajo; nada de él se contó como impreso.</translation>
    </message>
    <message>
        <source>It went out, but that could not be noted yet: %1</source>
        <translation>Salió, pero eso todavía no se pudo anotar: %1</translation>
    </message>
</context>
<context>
    <name>reviewdesk::LetterRunDialog</name>
    <message>
        <source>1 letter</source>
        <translation>1 carta</translation>
    </message>
    <message>
        <source>%1 letters</source>
        <translation>%1 cartas</translation>
    </message>
    <message>
        <source>Looking at the cases…</source>
        <translation>Mirando los casos…</translation>
    </message>
    <message>
        <source>Also those that went &amp;out before, marked COPY</source>
        <translation>También las que ya &amp;salieron, con la marca COPY</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Save mail &amp;list…</source>
        <translation>Guardar la &amp;lista de correo…</translation>
    </message>
    <message>
        <source>Save PD&amp;Fs…</source>
        <translation>Guardar los PD&amp;F…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>Release letters</source>
        <translation>Despachar cartas</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Letters of this run</source>
        <translation>Cartas de este envío</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Who was written to at which address, as CSV or PDF</source>
        <translation>A quién se escribió y a qué dirección, como CSV o PDF</translation>
    </message>
    <message>
        <source>Will be issued and go out</source>
        <translation>Se emitirá y saldrá</translation>
    </message>
    <message>
        <source>Issued; goes out as a COPY</source>
        <translation>Emitida; sale como COPY</translation>
    </message>
    <message>
        <source>Issued; goes out</source>
        <translation>Emitida; sale</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Retenida: %1</translation>
    </message>
    <message>
        <source>Did not go out: %1</source>
        <translation>No salió: %1</translation>
    </message>
    <message>
        <source>Gone out, 1 page</source>
        <translation>Salió, 1 página</translation>
    </message>
    <message>
        <source>Gone out, %1 pages</source>
        <translation>Salió, %1 páginas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 will go out.</source>
        <translation>Por salir: %1.</translation>
    </message>
    <message>
        <source>Each is issued first: its words are frozen then.</source>
        <translation>Cada una se emite primero: su texto ya no cambia desde entonces.</translation>
    </message>
    <message>
        <source>%1 of them are issued first: their words are frozen then.</source>
        <translation>%1 de ellas se emiten primero: su texto ya no cambia desde entonces.</translation>
    </message>
    <message>
        <source>No letter waits to go out.</source>
        <translation>Ninguna carta espera para salir.</translation>
    </message>
    <message>
        <source>%1 went out.</source>
        <translation>Despachado: %1.</translation>
    </message>
    <message>
        <source>Held: %1. The others do not wait for them.</source>
        <translation>Retenidas: %1. Las demás no las esperan.</translation>
    </message>
    <message>
        <source>&amp;Print the rest…</source>
        <translation>&amp;Imprimir el resto…</translation>
    </message>
    <message>
        <source>Save the rest as PD&amp;F…</source>
        <translation>Guardar el resto en PD&amp;F…</translation>
    </message>
    <message>
        <source>Print letters</source>
        <translation>Imprimir las cartas</translation>
    </message>
    <message>
        <source>Printing, as one job…</source>
        <translation>Imprimiendo, en un solo trabajo…</translation>
    </message>
    <message>
        <source>Folder for the PDFs</source>
        <translation>Carpeta para los PDF</translation>
    </message>
    <message>
        <source>Writing PDFs…</source>
        <translation>Escribiendo los PDF…</translation>
    </message>
    <message>
        <source>Save mail list</source>
        <translation>Guardar la lista de correo</translation>
    </message>
    <message>
        <source>CSV (*.csv);;PDF (*.pdf)</source>
        <translation>CSV (*.csv);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>letters %1.csv</source>
        <translation>cartas %1.csv</translation>
    </message>
    <message>
        <source>The mail list is written.</source>
        <translation>La lista de correo se guardó.</translation>
    </message>
    <message>
        <source>%1 did not go out; the list says why. Print again to try only these.</source>
        <translation>No salió: %1; la lista dice por qué. Imprima de nuevo para intentar solo esas.</translation>
    </message>
    <message>
        <source>Stopped with %1 left; go on whenever you like.</source>
        <translation>Detenido; faltan %1. Siga cuando quiera.</translation>
    </message>
    <message>
        <source>All letters that may go out have gone out.</source>
        <translation>Todas las cartas que pueden salir han salido.</translation>
    </message>
    <message>
        <source>1 of them is issued first: its words are frozen then.</source>
        <translation>1 de ellas se emite primero: su texto ya no cambia desde entonces.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::LetterheadDialog</name>
    <message>
        <source>Letterhead</source>
        <translation>Membrete</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>The letterhead was changed and is not saved. Stay, or leave and lose the changes?</source>
        <translation>El membrete cambió y no está guardado. ¿Quedarse, o salir y perder los cambios?</translation>
    </message>
    <message>
        <source>&amp;Leave and lose them</source>
        <translation>&amp;Salir y perderlos</translation>
    </message>
</context>
<context>
    <name>reviewdesk::LetterheadPage</name>
    <message>
        <source>%1 (in Spanish)</source>
        <translation>%1 (en español)</translation>
    </message>
    <message>
        <source>&amp;Remove logo</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Fill in from the sa&amp;mple plan</source>
        <translation>Completar con el plan de &amp;muestra</translation>
    </message>
    <message>
        <source>&amp;Save letterhead</source>
        <translation>&amp;Guardar el membrete</translation>
    </message>
    <message>
        <source>Letterhead and the plan&apos;s own texts</source>
        <translation>Membrete y textos propios del plan</translation>
    </message>
    <message>
        <source>All lines of business</source>
        <translation>Todas las líneas de negocio</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Spanish, for members who read it</source>
        <translation>Español, para miembros que lo leen</translation>
    </message>
    <message>
        <source>Settings f&amp;or</source>
        <translation>Datos pa&amp;ra</translation>
    </message>
    <message>
        <source>&amp;Language of the sentences</source>
        <translation>&amp;Idioma de las frases</translation>
    </message>
    <message>
        <source>Choose lo&amp;go…</source>
        <translation>Elegir &amp;logotipo…</translation>
    </message>
    <message>
        <source>Logo, PNG or JPEG</source>
        <translation>Logotipo, PNG o JPEG</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>&amp;Days to answer a request for information</source>
        <translation>Plazo de información, &amp;días</translation>
    </message>
    <message>
        <source>&amp;Hours to answer when it is urgent</source>
        <translation>Plazo si es urgente, &amp;horas</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>No letterhead is set. Letters go out under the invented sample plan&apos;s and are marked SAMPLE.</source>
        <translation>No hay membrete definido. Las cartas salen con el del plan inventado de muestra y llevan la marca SAMPLE.</translation>
    </message>
    <message>
        <source>Every setting that a letter may need is set here.</source>
        <translation>Aquí está definido todo lo que una carta puede necesitar.</translation>
    </message>
    <message>
        <source>Not set here, of what letters may need: %1. A letter that needs one is not issued, and says which.</source>
        <translation>Sin definir aquí, de lo que las cartas pueden necesitar: %1. Una carta que necesite uno de estos datos no se emite, y dice cuál.</translation>
    </message>
    <message>
        <source>Supervisors set the letterhead.</source>
        <translation>El membrete lo define supervisión.</translation>
    </message>
    <message>
        <source>As for all lines of business: %1</source>
        <translation>Como para todas las líneas de negocio: %1</translation>
    </message>
    <message>
        <source>Not set: letters leave it out.</source>
        <translation>Sin definir: las cartas lo omiten.</translation>
    </message>
    <message>
        <source>Not set: letters that need it are not issued.</source>
        <translation>Sin definir: las cartas que lo necesitan no se emiten.</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Elegir un logotipo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>This picture cannot be read: %1</source>
        <translation>Esta imagen no se puede leer: %1</translation>
    </message>
    <message>
        <source>The logo has too much detail to be kept small. Use one with fewer colors.</source>
        <translation>El logotipo tiene demasiado detalle para guardarse pequeño. Use uno con menos colores.</translation>
    </message>
    <message>
        <source>Saved. Letters issued from now on use it; those issued before stay as they are.</source>
        <translation>Guardado. Las cartas que se emitan desde ahora lo usan; las anteriores quedan como están.</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>El plan</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>Nombre del plan</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Address, a line each</source>
        <translation>Dirección, una línea por renglón</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>TTY</source>
        <translation>TTY</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>Where information is sent</source>
        <translation>Adónde se envía la información</translation>
    </message>
    <message>
        <source>Fax for records</source>
        <translation>Fax para expedientes</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Mail for records</source>
        <translation>Correo para expedientes</translation>
    </message>
    <message>
        <source>Talk with a physician reviewer</source>
        <translation>Conversación con un médico revisor</translation>
    </message>
    <message>
        <source>Phone for peer-to-peer</source>
        <translation>Teléfono para la conversación entre pares</translation>
    </message>
    <message>
        <source>Hours for peer-to-peer</source>
        <translation>Horario para la conversación entre pares</translation>
    </message>
    <message>
        <source>Appeals</source>
        <translation>Apelaciones</translation>
    </message>
    <message>
        <source>Time to appeal, such as “180 days”</source>
        <translation>Plazo para apelar, como “180 días”</translation>
    </message>
    <message>
        <source>Address for appeals</source>
        <translation>Dirección para apelaciones</translation>
    </message>
    <message>
        <source>Phone for appeals</source>
        <translation>Teléfono para apelaciones</translation>
    </message>
    <message>
        <source>Fax for appeals</source>
        <translation>Fax para apelaciones</translation>
    </message>
    <message>
        <source>An appeal is decided within</source>
        <translation>Una apelación se decide en</translation>
    </message>
    <message>
        <source>Phone for fast appeals</source>
        <translation>Teléfono para apelaciones rápidas</translation>
    </message>
    <message>
        <source>A fast appeal is decided within</source>
        <translation>Una apelación rápida se decide en</translation>
    </message>
    <message>
        <source>External review and how to start it</source>
        <translation>Revisión externa y cómo iniciarla</translation>
    </message>
    <message>
        <source>State fair hearing (Medicaid)</source>
        <translation>Audiencia imparcial estatal (Medicaid)</translation>
    </message>
    <message>
        <source>Care that goes on during an appeal (Medicaid)</source>
        <translation>Atención que continúa durante una apelación (Medicaid)</translation>
    </message>
    <message>
        <source>What a denial rests on</source>
        <translation>En qué se basa una denegación</translation>
    </message>
    <message>
        <source>Section of the contract</source>
        <translation>Sección del contrato</translation>
    </message>
    <message>
        <source>Denial code</source>
        <translation>Código de denegación</translation>
    </message>
    <message>
        <source>What the denial code means</source>
        <translation>Qué significa el código de denegación</translation>
    </message>
    <message>
        <source>Text of form CMS-10003 (Medicare Advantage), as it is</source>
        <translation>Texto del formulario CMS-10003 (Medicare Advantage), tal cual</translation>
    </message>
    <message>
        <source>Help and notices</source>
        <translation>Ayuda y avisos</translation>
    </message>
    <message>
        <source>Consumer assistance</source>
        <translation>Ayuda al consumidor</translation>
    </message>
    <message>
        <source>Language assistance, in all languages</source>
        <translation>Ayuda con el idioma, en todos los idiomas</translation>
    </message>
    <message>
        <source>Nondiscrimination notice</source>
        <translation>Aviso de no discriminación</translation>
    </message>
    <message>
        <source>The plan receives &amp;federal funds:
the nondiscrimination notice is required</source>
        <translation>El plan recibe fondos &amp;federales:
se exige el aviso de no discriminación</translation>
    </message>
    <message>
        <source>The time runs from, unless it is the day the letter was received</source>
        <translation>El plazo corre desde, si no es el día en que se recibió la carta</translation>
    </message>
    <message>
        <source>Denial code by contract language</source>
        <translation>Código de denegación por el contrato</translation>
    </message>
    <message>
        <source>What the code by contract language means</source>
        <translation>Qué significa el código por el contrato</translation>
    </message>
</context>
<context>
    <name>reviewdesk::LetterheadSample</name>
    <message>
        <source>Denial to the member</source>
        <translation>Denegación al miembro</translation>
    </message>
    <message>
        <source>Denial to the provider</source>
        <translation>Denegación al proveedor</translation>
    </message>
    <message>
        <source>Approval to the member</source>
        <translation>Aprobación al miembro</translation>
    </message>
    <message>
        <source>Request for information to the provider</source>
        <translation>Solicitud de información al proveedor</translation>
    </message>
    <message>
        <source>Pre&amp;view, invented</source>
        <translation>&amp;Vista previa, inventada</translation>
    </message>
</context>
<context>
    <name>reviewdesk::MainWindow</name>
    <message>
        <source>No backup could be made</source>
        <translation>No se pudo hacer ninguna copia de seguridad</translation>
    </message>
    <message>
        <source>Making a practice caseload of invented people…</source>
        <translation>Creando casos de práctica con personas inventadas…</translation>
    </message>
    <message>
        <source>Practice caseload</source>
        <translation>Casos de práctica</translation>
    </message>
    <message>
        <source>The workspace was not closed properly</source>
        <translation>El espacio de trabajo no se cerró correctamente</translation>
    </message>
    <message>
        <source>Changing to another account…</source>
        <translation>Cambiando a otra cuenta…</translation>
    </message>
    <message>
        <source>Practice: the people are invented, so the passphrase is filled in for you.</source>
        <translation>Práctica: las personas son inventadas, así que la frase de contraseña ya está escrita.</translation>
    </message>
    <message>
        <source>%1 – ReviewDesk</source>
        <translation>%1 – ReviewDesk</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>The last changes could not be saved before the window was locked. Unlock it to save them, or close and lose them?</source>
        <translation>Los últimos cambios no se pudieron guardar antes de bloquear la ventana. ¿Desbloquearla para guardarlos, o cerrarla y perderlos?</translation>
    </message>
    <message>
        <source>&amp;Close and lose them</source>
        <translation>&amp;Cerrar y perderlos</translation>
    </message>
</context>
<context>
    <name>reviewdesk::MergeDialog</name>
    <message>
        <source>source: %1</source>
        <translation>fuente: %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Two versions of %1</source>
        <translation>Dos versiones de %1</translation>
    </message>
    <message>
        <source>Choose what is kept</source>
        <translation>Elija qué se conserva</translation>
    </message>
    <message>
        <source>Your changes and what is kept</source>
        <translation>Sus cambios y lo guardado</translation>
    </message>
    <message>
        <source>Changed by you alone, and saved with your choices: %1</source>
        <translation>Cambiado solo por usted, y se guarda con sus elecciones: %1</translation>
    </message>
    <message>
        <source>Changed by you, not saved: %1</source>
        <translation>Cambiado por usted, sin guardar: %1</translation>
    </message>
    <message>
        <source>Changed by %1 alone, and kept: %2</source>
        <translation>Cambiado solo por %1, y guardado: %2</translation>
    </message>
    <message>
        <source>All &amp;mine</source>
        <translation>Todo lo &amp;mío</translation>
    </message>
    <message>
        <source>All as &amp;kept</source>
        <translation>Todo lo &amp;guardado</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>A&amp;hora no</translation>
    </message>
    <message>
        <source>&amp;Save these choices</source>
        <translation>Guardar esta&amp;s elecciones</translation>
    </message>
    <message>
        <source>&amp;Drop mine and show what is kept</source>
        <translation>&amp;Descartar lo mío y mostrar lo guardado</translation>
    </message>
    <message>
        <source>%1 took this case a step on at %2 (%3). It is %4 now and takes no more changes. What you entered was not saved: copy from here what is still needed.</source>
        <translation>%1 hizo avanzar este caso a las %2 (%3). Ahora está en “%4” y no admite más cambios. Lo que usted ingresó no se guardó: copie de aquí lo que todavía haga falta.</translation>
    </message>
    <message>
        <source>%1 What you entered was not saved: copy from here what is still needed.</source>
        <translation>%1 Lo que usted ingresó no se guardó: copie de aquí lo que todavía haga falta.</translation>
    </message>
    <message>
        <source>another step</source>
        <translation>otro paso</translation>
    </message>
    <message>
        <source>%1 saved this case at %2, in other fields than you. Both can be kept.</source>
        <translation>%1 guardó este caso a las %2, en otros campos que usted. Se pueden conservar ambos.</translation>
    </message>
    <message>
        <source>%1 saved this case at %2 while you were working on it. Nothing was overwritten; what is not chosen here stays in the history.</source>
        <translation>%1 guardó este caso a las %2 mientras usted trabajaba en él. No se sobrescribió nada; lo que no se elija aquí queda en el historial.</translation>
    </message>
    <message>
        <source>What you entered</source>
        <translation>Lo que usted ingresó</translation>
    </message>
    <message>
        <source>What is kept now: %1, %2</source>
        <translation>Lo guardado ahora: %1, %2</translation>
    </message>
    <message>
        <source>%1, what you entered: %2</source>
        <translation>%1, lo que usted ingresó: %2</translation>
    </message>
    <message>
        <source>%1, what is kept now by %2, %3: %4</source>
        <translation>%1, lo guardado ahora por %2, %3: %4</translation>
    </message>
    <message>
        <source>These two do not go together: %1 Choose otherwise; nothing was changed.</source>
        <translation>Estas dos no van juntas: %1 Elija de otro modo; no se cambió nada.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::MessageDialog</name>
    <message>
        <source>What was sent</source>
        <translation>Lo que se envió</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
</context>
<context>
    <name>reviewdesk::MessageView</name>
    <message>
        <source>Not documented</source>
        <translation>No documentado</translation>
    </message>
    <message>
        <source>only named, not sent along: %1</source>
        <translation>solo se nombra, no se envió: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>Lo que se entendió</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>As it was sent</source>
        <translation>Como se envió</translation>
    </message>
    <message>
        <source>Place in the message</source>
        <translation>Lugar en el mensaje</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>a sender without a name</source>
        <translation>un remitente sin nombre</translation>
    </message>
    <message>
        <source>without a number</source>
        <translation>sin número</translation>
    </message>
    <message>
        <source>Message %1 from %2</source>
        <translation>Mensaje %1 de %2</translation>
    </message>
    <message>
        <source>%1, by the sender&apos;s word</source>
        <translation>%1, según el remitente</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>enviado %1</translation>
    </message>
    <message>
        <source>A request without a name</source>
        <translation>Una solicitud sin nombre</translation>
    </message>
    <message>
        <source>Contradictions in the message</source>
        <translation>Contradicciones en el mensaje</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>Contradicción</translation>
    </message>
    <message>
        <source>Suggested answers, for you to confirm one by one</source>
        <translation>Respuestas sugeridas, para que usted las confirme una por una</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Understood, for you to confirm</source>
        <translation>Entendido, para que usted lo confirme</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Not taken over</source>
        <translation>No se tomó</translation>
    </message>
    <message>
        <source>The message contradicts itself once. Nothing is suggested there.</source>
        <translation>El mensaje se contradice una vez. Allí no se sugiere nada.</translation>
    </message>
    <message>
        <source>The message contradicts itself in %1 places. What is contradicted is left to you.</source>
        <translation>El mensaje se contradice en %1 lugares. Lo contradictorio queda para usted.</translation>
    </message>
    <message>
        <source>A case without a name</source>
        <translation>Un caso sin nombre</translation>
    </message>
    <message>
        <source>A case file</source>
        <translation>Un archivo de caso</translation>
    </message>
    <message>
        <source>The case file of %1. The draft gets a number of its own.</source>
        <translation>El archivo del caso %1. El borrador recibe un número propio.</translation>
    </message>
    <message>
        <source>This cannot be taken in, and nothing of it was stored. Ask the sender for a corrected message.</source>
        <translation>Esto no se puede recibir, y nada de ello se guardó. Pida al remitente un mensaje corregido.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>recibido el %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>fila %1</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>columna %1</translation>
    </message>
    <message>
        <source>A row of a table of requests</source>
        <translation>Una fila de una tabla de solicitudes</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>A table of %1 requests. Open a row to see its cells.</source>
        <translation>Una tabla de %1 solicitudes. Abra una fila para ver sus celdas.</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>Lugar en el archivo</translation>
    </message>
    <message>
        <source>One row has cells that cannot be read. Correct them in the file and open it again; the other rows can be taken in now.</source>
        <translation>Una fila tiene celdas que no se pueden leer. Corríjalas en el archivo y ábralo de nuevo; las demás filas se pueden recibir ahora.</translation>
    </message>
    <message>
        <source>%1 rows have cells that cannot be read. Correct them in the file and open it again; the other rows can be taken in now.</source>
        <translation>%1 filas tienen celdas que no se pueden leer. Corríjalas en el archivo y ábralo de nuevo; las demás filas se pueden recibir ahora.</translation>
    </message>
    <message>
        <source>Cells to correct</source>
        <translation>Celdas por corregir</translation>
    </message>
    <message>
        <source>Can be taken in</source>
        <translation>Se pueden recibir</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>Ya están aquí</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Caso %1</translation>
    </message>
    <message>
        <source>Rows that say the same again</source>
        <translation>Filas que repiten lo mismo</translation>
    </message>
    <message>
        <source>The same as row %1; no draft is made of it.</source>
        <translation>Lo mismo que la fila %1; no se crea ningún borrador de ella.</translation>
    </message>
    <message>
        <source>Columns passed over, kept with each row</source>
        <translation>Columnas omitidas, conservadas con cada fila</translation>
    </message>
    <message>
        <source>No column of a request has this name.</source>
        <translation>Ninguna columna de una solicitud tiene este nombre.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::NewPassphrase</name>
    <message>
        <source>At least 12 characters; a short sentence is easy to remember.</source>
        <translation>Al menos 12 caracteres; una frase corta es fácil de recordar.</translation>
    </message>
    <message>
        <source>S&amp;how what is typed</source>
        <translation>&amp;Mostrar lo que se escribe</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>Fra&amp;se de contraseña</translation>
    </message>
    <message>
        <source>Passphrase a&amp;gain</source>
        <translation>Frase, &amp;otra vez</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>Las dos son distintas.</translation>
    </message>
    <message>
        <source>Passphrase: %1</source>
        <translation>Frase de contraseña: %1</translation>
    </message>
    <message>
        <source>Passphrase: the two differ. Type the same words twice.</source>
        <translation>Frase de contraseña: las dos son distintas. Escriba las mismas palabras dos veces.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::NextStepCard</name>
    <message>
        <source>The contract provision is on record; it leads the letter.</source>
        <translation>La cláusula del contrato consta en el caso; encabeza la carta.</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Lo que puede hacer</translation>
    </message>
    <message>
        <source>Note to the physician</source>
        <translation>Nota para el médico</translation>
    </message>
    <message>
        <source>Reply by</source>
        <translation>Responder antes de</translation>
    </message>
    <message>
        <source>Withdrawn on whose word</source>
        <translation>Retirada a pedido de quién</translation>
    </message>
    <message>
        <source>Choose first</source>
        <translation>Elija primero</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Choose what to do.</source>
        <translation>Elija qué hacer.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::NotesBlock</name>
    <message>
        <source>Reading of the policy: %1</source>
        <translation>Lectura de la política: %1</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: “%2”</translation>
    </message>
    <message>
        <source>recorded items</source>
        <translation>datos anotados</translation>
    </message>
    <message>
        <source>%1 [%2]</source>
        <translation>%1 [%2]</translation>
    </message>
    <message>
        <source>1 note from the policy</source>
        <translation>1 nota de la política</translation>
    </message>
    <message>
        <source>%1 notes from the policy</source>
        <translation>%1 notas de la política</translation>
    </message>
    <message>
        <source>Hide the notes</source>
        <translation>Ocultar las notas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>reviewdesk::NotesSheet</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: assigned to %2</source>
        <translation>%1: asignado a %2</translation>
    </message>
    <message>
        <source>%1: asked %2 for an opinion</source>
        <translation>%1: pidió una opinión a %2</translation>
    </message>
    <message>
        <source>%1: opinion for %2</source>
        <translation>%1: opinión para %2</translation>
    </message>
    <message>
        <source>Remarks on %1</source>
        <translation>Comentarios sobre %1</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Lo que se dijo</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>&amp;Add remark</source>
        <translation>&amp;Agregar comentario</translation>
    </message>
    <message>
        <source>&amp;Remark, for everybody who works on the case</source>
        <translation>Comen&amp;tario, para todos los que trabajan en el caso</translation>
    </message>
    <message>
        <source>Assi&amp;gn</source>
        <translation>Asi&amp;gnar</translation>
    </message>
    <message>
        <source>Assigned &amp;to</source>
        <translation>Asigna&amp;do a</translation>
    </message>
    <message>
        <source>Peer-to-peer talk</source>
        <translation>Conversación entre pares</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>En qué quedó</translation>
    </message>
    <message>
        <source>Record the tal&amp;k</source>
        <translation>&amp;Registrar la conversación</translation>
    </message>
    <message>
        <source>It &amp;was</source>
        <translation>&amp;Fue</translation>
    </message>
    <message>
        <source>Wit&amp;h</source>
        <translation>Co&amp;n</translation>
    </message>
    <message>
        <source>What came o&amp;f it</source>
        <translation>En &amp;qué quedó</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Nothing was said on this case yet.</source>
        <translation>Todavía no se dijo nada sobre este caso.</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nadie todavía</translation>
    </message>
    <message>
        <source>O&amp;n</source>
        <translation>E&amp;l</translation>
    </message>
    <message>
        <source>Day of the talk</source>
        <translation>Día de la conversación</translation>
    </message>
    <message>
        <source>Time of the talk</source>
        <translation>Hora de la conversación</translation>
    </message>
    <message>
        <source>at</source>
        <translation>a las</translation>
    </message>
    <message>
        <source>%1: peer-to-peer with %2, %3</source>
        <translation>%1: conversación entre pares con %2, %3</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>Sin agregar</translation>
    </message>
    <message>
        <source>What you wrote is not added yet. Stay, or close and lose it?</source>
        <translation>Lo que escribió todavía no se agregó. ¿Quedarse, o cerrar y perderlo?</translation>
    </message>
    <message>
        <source>&amp;Close and lose it</source>
        <translation>&amp;Cerrar y perderlo</translation>
    </message>
</context>
<context>
    <name>reviewdesk::OpinionEntries</name>
    <message>
        <source>Physician to ask</source>
        <translation>Médico a quien preguntar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 asks: “%2”</source>
        <translation>%1 pregunta: “%2”</translation>
    </message>
    <message>
        <source>Your opinion</source>
        <translation>Su opinión</translation>
    </message>
    <message>
        <source>What you want to know</source>
        <translation>Lo que usted quiere saber</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PackProblems</name>
    <message>
        <source>Problems of a pack file</source>
        <translation>Problemas de un archivo de política</translation>
    </message>
    <message>
        <source>Nothing of it was loaded. The first %1 of %2 problems:</source>
        <translation>No se cargó nada de él. Los primeros %1 de %2 problemas:</translation>
    </message>
    <message>
        <source>Nothing of it was loaded. Its problems, each with its place:</source>
        <translation>No se cargó nada de él. Sus problemas, cada uno con su lugar:</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>the whole document</source>
        <translation>todo el documento</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PageFrame</name>
    <message>
        <source>&amp;Worklist</source>
        <translation>&amp;Lista de trabajo</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PageThumbnailModel</name>
    <message>
        <source>Page %1</source>
        <translation>Página %1</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PageThumbnails</name>
    <message>
        <source>Pages of the document</source>
        <translation>Páginas del documento</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PageView</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>Ningún documento</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Página %1</translation>
    </message>
    <message>
        <source>Rectangle on page %1: %2% from the left, %3% from the top, %4% wide, %5% high.</source>
        <translation>Rectángulo en la página %1: a %2 % de la izquierda, a %3 % de arriba, %4 % de ancho, %5 % de alto.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PassageOffers</name>
    <message>
        <source>In the record. Read it before you confirm.</source>
        <translation>En el expediente. Léalo antes de confirmar.</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: “%2”</translation>
    </message>
    <message>
        <source>Open %1: “%2”</source>
        <translation>Abrir %1: “%2”</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <translation>Confirmar: %1</translation>
    </message>
    <message>
        <source>Confirm %1: %2, by %3, passage %4</source>
        <translation>Confirmar %1: %2, según %3, pasaje %4</translation>
    </message>
    <message>
        <source>%1
Read by machine, %2% sure</source>
        <translation>%1
Leído por máquina, con %2 % de certeza</translation>
    </message>
    <message>
        <source>%1 more passages: search the record.</source>
        <translation>%1 pasajes más: busque en el expediente.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PassphraseDialog</name>
    <message>
        <source>Change passphrase</source>
        <translation>Cambiar la frase de contraseña</translation>
    </message>
    <message>
        <source>Let %1 in again</source>
        <translation>Permitir que %1 entre de nuevo</translation>
    </message>
    <message>
        <source>New passphrase for %1</source>
        <translation>Nueva frase de contraseña para %1</translation>
    </message>
    <message>
        <source>From now on only the new passphrase opens the workspace. A copy of the key file made earlier is still opened by the old one.</source>
        <translation>Desde ahora solo la nueva frase de contraseña abre el espacio de trabajo. Una copia anterior del archivo de claves todavía se abre con la antigua.</translation>
    </message>
    <message>
        <source>The account is disabled. With the new passphrase it can sign in again. Tell it to %1 in person.</source>
        <translation>La cuenta está desactivada. Con la nueva frase de contraseña podrá volver a iniciar sesión. Dígasela a %1 en persona.</translation>
    </message>
    <message>
        <source>Tell it to %1 in person.</source>
        <translation>Dígasela a %1 en persona.</translation>
    </message>
    <message>
        <source>P&amp;resent passphrase</source>
        <translation>Frase ac&amp;tual</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Cambiar</translation>
    </message>
    <message>
        <source>&amp;Let in again</source>
        <translation>&amp;Permitir la entrada</translation>
    </message>
    <message>
        <source>Gi&amp;ve passphrase</source>
        <translation>&amp;Dar la frase</translation>
    </message>
    <message>
        <source>Type your present passphrase first.</source>
        <translation>Primero escriba su frase de contraseña actual.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PeriodChooser</name>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Otros días</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Todas las líneas</translation>
    </message>
    <message>
        <source>P&amp;eriod</source>
        <translation>P&amp;eríodo</translation>
    </message>
    <message>
        <source>Line of b&amp;usiness</source>
        <translation>Línea de &amp;negocio</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PolicyColumn</name>
    <message>
        <source>, and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>What the policy asks</source>
        <translation>Lo que pide la política</translation>
    </message>
    <message>
        <source>Decided, %1: no open answer can change this outcome.</source>
        <translation>Decidido, %1: ninguna respuesta abierta puede cambiar este resultado.</translation>
    </message>
    <message>
        <source>Still to answer before a decision: %1.</source>
        <translation>Por responder antes de una decisión: %1.</translation>
    </message>
    <message>
        <source>Could still change it, and block a denial: %1.</source>
        <translation>Todavía podría cambiarlo, e impide una denegación: %1.</translation>
    </message>
    <message>
        <source>Open, but cannot change it whatever the answer: %1.</source>
        <translation>Abierto, pero no puede cambiarlo sea cual sea la respuesta: %1.</translation>
    </message>
    <message>
        <source>What would meet the criteria</source>
        <translation>Qué cumpliría los criterios</translation>
    </message>
    <message>
        <source>Any one of these would meet the criteria</source>
        <translation>Cualquiera de estas opciones cumpliría los criterios</translation>
    </message>
    <message>
        <source>The record does not show that %1.</source>
        <translation>El expediente no muestra que %1.</translation>
    </message>
    <message>
        <source>Only if %1 (the record shows otherwise).</source>
        <translation>Solo si %1 (el expediente muestra otra cosa).</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>Reading of the policy: %1 [%2]</source>
        <translation>Lectura de la política: %1 [%2]</translation>
    </message>
    <message>
        <source>Contract language takes precedence over the policy.</source>
        <translation>El texto del contrato prevalece sobre la política.</translation>
    </message>
    <message>
        <source>The whole policy…</source>
        <translation>La política entera…</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PolicyPage</name>
    <message>
        <source>The policy</source>
        <translation>La política</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>Com&amp;pare with a pack file…</source>
        <translation>Com&amp;parar con un archivo…</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Date of origin</source>
        <translation>Fecha de origen</translation>
    </message>
    <message>
        <source>Effective date</source>
        <translation>Fecha de vigencia</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Repetición</translation>
    </message>
    <message>
        <source>Compare with a pack file</source>
        <translation>Comparar con un archivo de política</translation>
    </message>
    <message>
        <source>Policy packs (*.json)</source>
        <translation>Paquetes de política (*.json)</translation>
    </message>
    <message>
        <source>Reading the policy…</source>
        <translation>Leyendo la política…</translation>
    </message>
    <message>
        <source>Checking the pack…</source>
        <translation>Comprobando el paquete…</translation>
    </message>
    <message>
        <source>%1 is no policy pack: problems found: %2. Nothing of it was loaded.</source>
        <translation>%1 no es un paquete de política: problemas encontrados: %2. No se cargó nada de él.</translation>
    </message>
    <message>
        <source>This is the pack of %1, which the program has.</source>
        <translation>Este es el paquete de %1, que el programa ya tiene.</translation>
    </message>
    <message>
        <source>This pack is of another policy, %1: most of its questions are others.</source>
        <translation>Este paquete es de otra política, %1: la mayoría de sus preguntas son otras.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a policy and its version</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>part of the program</source>
        <translation>parte del programa</translation>
    </message>
    <message>
        <source>to compare: %1</source>
        <translation>para comparar: %1</translation>
    </message>
    <message>
        <source>This is the version in use. Choose another one above, or compare with a pack file.</source>
        <translation>Esta es la versión en uso. Elija otra arriba, o compare con un archivo de política.</translation>
    </message>
    <message>
        <source>The two packs say the same.</source>
        <translation>Los dos paquetes dicen lo mismo.</translation>
    </message>
    <message>
        <source>From %1 to %2: %3 differences, %4 of them can change an outcome (▲). Removed words stand in [− −] struck through, added ones in [+ +] underlined.</source>
        <translation>De %1 a %2: %3 diferencias; %4 de ellas pueden cambiar un resultado (▲). Las palabras quitadas están tachadas entre [− −]; las agregadas, subrayadas entre [+ +].</translation>
    </message>
    <message>
        <source>What changed (%1)</source>
        <translation>Qué cambió (%1)</translation>
    </message>
    <message>
        <source>Entered. New letters say it from now on; letters that are issued stay as they are.</source>
        <translation>Indicada. Las cartas nuevas la dicen desde ahora; las cartas emitidas quedan como están.</translation>
    </message>
    <message>
        <source>Taken back: the effective date is not stated again.</source>
        <translation>Quitada: la fecha de vigencia vuelve a no estar indicada.</translation>
    </message>
    <message>
        <source>What is shown of it</source>
        <translation>Qué se muestra de ella</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PolicySheet</name>
    <message>
        <source>The whole policy</source>
        <translation>La política entera</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>Política %1</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PolicyText</name>
    <message>
        <source>Policy text: %1</source>
        <translation>Texto de la política: %1</translation>
    </message>
    <message>
        <source>%1. What is quoted from it, in its own words.</source>
        <translation>%1. Lo que se cita de ella, en sus propias palabras.</translation>
    </message>
    <message>
        <source>Policy text</source>
        <translation>Texto de la política</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Whole policy…</source>
        <translation>Política &amp;entera…</translation>
    </message>
</context>
<context>
    <name>reviewdesk::PresenceBar</name>
    <message>
        <source>You have this case open in another window since %1.</source>
        <translation>Usted tiene este caso abierto en otra ventana desde %1.</translation>
    </message>
    <message>
        <source>%1 has this case open since %2.</source>
        <translation>%1 tiene este caso abierto desde %2.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ProvisionEntries</name>
    <message>
        <source>Contract provision</source>
        <translation>Cláusula del contrato</translation>
    </message>
    <message>
        <source>Member booklet, p. 41</source>
        <translation>Manual del miembro, pág. 41</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>Sus palabras</translation>
    </message>
    <message>
        <source>only if contract language decides; it then leads the letter</source>
        <translation>solo si decide el texto del contrato; entonces encabeza la carta</translation>
    </message>
    <message>
        <source>A contract provision needs both its citation and its words.</source>
        <translation>Una cláusula del contrato necesita su cita y sus palabras.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::QualityPage</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 a %3)</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>En total</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterio</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Draw a &amp;sample…</source>
        <translation>E&amp;xtraer una muestra…</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Extraída</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Enfermero/a</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Quién revisa</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminadas</translation>
    </message>
    <message>
        <source>Cases of the sample</source>
        <translation>Casos de la muestra</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Second review</source>
        <translation>Segunda revisión</translation>
    </message>
    <message>
        <source>First by</source>
        <translation>Primera de</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Concordancia</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Agreement (95%)</source>
        <translation>Concordancia (95 %)</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa (95%)</source>
        <translation>Kappa de Cohen (95 %)</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Discrepancias</translation>
    </message>
    <message>
        <source>First review</source>
        <translation>Primera revisión</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Reading the samples…</source>
        <translation>Leyendo las muestras…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>todas las personas</translation>
    </message>
    <message>
        <source>both</source>
        <translation>ambas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>No sample was drawn yet. A sample takes decided cases at random; somebody else reviews them a second time without seeing the first answers.</source>
        <translation>Todavía no se extrajo ninguna muestra. Una muestra toma al azar casos decididos; otra persona los revisa por segunda vez sin ver las primeras respuestas.</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>comenzada</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>sin comenzar</translation>
    </message>
    <message>
        <source>hidden until it is finished</source>
        <translation>oculto hasta que se termine</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>none: both always said the same thing</source>
        <translation>ninguna: ambas dijeron siempre lo mismo</translation>
    </message>
    <message>
        <source>Agreement (%1 reviewed)</source>
        <translation>Concordancia (%1 revisados)</translation>
    </message>
    <message>
        <source>%1 [%2]</source>
        <translation>%1 [%2]</translation>
    </message>
    <message>
        <source>criterion %1</source>
        <translation>criterio %1</translation>
    </message>
    <message>
        <source>Disagreements (%1)</source>
        <translation>Discrepancias (%1)</translation>
    </message>
    <message>
        <source>This second review is %1&apos;s to write.</source>
        <translation>Esta segunda revisión le corresponde a %1.</translation>
    </message>
    <message>
        <source>%1 of %2 cases that fit were drawn by seed %3, by %4. Enter opens a second review.</source>
        <translation>%1 de %2 casos que sirven se extrajeron con la semilla %3, por %4. Intro abre una segunda revisión.</translation>
    </message>
    <message>
        <source>What is shown of the sample</source>
        <translation>Lo que se muestra de la muestra</translation>
    </message>
</context>
<context>
    <name>reviewdesk::QuestionCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not documented</source>
        <translation>No documentado</translation>
    </message>
    <message>
        <source>decides which criteria apply</source>
        <translation>decide qué criterios corresponden</translation>
    </message>
    <message>
        <source>decides</source>
        <translation>decide</translation>
    </message>
    <message>
        <source>decides %1</source>
        <translation>decide %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>needed for the letter</source>
        <translation>necesario para la carta</translation>
    </message>
    <message>
        <source>recorded only</source>
        <translation>solo se anota</translation>
    </message>
    <message>
        <source>cannot change the outcome</source>
        <translation>no puede cambiar el resultado</translation>
    </message>
</context>
<context>
    <name>reviewdesk::QuestionsPage</name>
    <message>
        <source>Nothing to ask here: the answers so far do not lead to this page.</source>
        <translation>Nada que preguntar aquí: las respuestas hasta ahora no llevan a esta página.</translation>
    </message>
    <message>
        <source>To the recommendation</source>
        <translation>A la recomendación</translation>
    </message>
    <message>
        <source>Decided by %1: the remaining answers cannot change the outcome.</source>
        <translation>Decidido por %1: las demás respuestas no pueden cambiar el resultado.</translation>
    </message>
    <message>
        <source>Decided: the remaining answers cannot change the outcome.</source>
        <translation>Decidido: las demás respuestas no pueden cambiar el resultado.</translation>
    </message>
    <message>
        <source>The letter still needs: %1.</source>
        <translation>La carta todavía necesita: %1.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReasonList</name>
    <message>
        <source>It may not be issued yet</source>
        <translation>Todavía no se puede emitir</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RecommendationPage</name>
    <message>
        <source>Recommendation</source>
        <translation>Recomendación</translation>
    </message>
    <message>
        <source>What the policy says of this case, and what you can do.</source>
        <translation>Lo que la política dice de este caso y lo que usted puede hacer.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Open or to check</source>
        <translation>Abierto o por revisar</translation>
    </message>
    <message>
        <source>Words for the letter</source>
        <translation>Texto para la carta</translation>
    </message>
    <message>
        <source>Reason in plain words</source>
        <translation>Motivo en palabras sencillas</translation>
    </message>
    <message>
        <source>for the member; printed as written</source>
        <translation>para el miembro; se imprime tal cual</translation>
    </message>
    <message>
        <source>Clinical rationale</source>
        <translation>Justificación clínica</translation>
    </message>
    <message>
        <source>for the provider; printed as written</source>
        <translation>para el proveedor; se imprime tal cual</translation>
    </message>
    <message>
        <source>No outcome is announced before it is certain.</source>
        <translation>Ningún resultado se anuncia antes de ser seguro.</translation>
    </message>
    <message>
        <source>Written when the criteria came out otherwise: read these words again.</source>
        <translation>Escrito cuando los criterios daban otro resultado: vuelva a leer estas palabras.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RecordColumn</name>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What the record shows</source>
        <translation>Lo que muestra el expediente</translation>
    </message>
    <message>
        <source>Nurse&apos;s note</source>
        <translation>Nota de enfermería</translation>
    </message>
    <message>
        <source>Recorded besides</source>
        <translation>Otros datos anotados</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Códigos</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Opens its page in the record</source>
        <translation>Abre su página en el expediente</translation>
    </message>
    <message>
        <source>(decides the outcome)</source>
        <translation>(decide el resultado)</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RecordDesk</name>
    <message>
        <source>Attach documents</source>
        <translation>Adjuntar documentos</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)</source>
        <translation>Documentos (*.pdf *.png *.jpg *.jpeg *.tif *.tiff);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Picture from the clipboard</source>
        <translation>Imagen del portapapeles</translation>
    </message>
    <message>
        <source>%1, p. %2</source>
        <translation>%1, pág. %2</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RecordPane</name>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Go to page (Ctrl+G)</source>
        <translation>Ir a la página (Ctrl+G)</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Más pequeño (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Más grande (+)</translation>
    </message>
    <message>
        <source>Fit the width (0)</source>
        <translation>Ajustar al ancho (0)</translation>
    </message>
    <message>
        <source>Small pictures of the pages</source>
        <translation>Imágenes pequeñas de las páginas</translation>
    </message>
    <message>
        <source>Attach more to the record</source>
        <translation>Adjuntar más al expediente</translation>
    </message>
    <message>
        <source>Close the record (F8)</source>
        <translation>Cerrar el expediente (F8)</translation>
    </message>
    <message>
        <source>No document is attached yet.</source>
        <translation>Todavía no hay ningún documento adjunto.</translation>
    </message>
    <message>
        <source>Drop files on this window, paste a picture, or attach PDF, PNG, JPEG and TIFF files.</source>
        <translation>Suelte archivos en esta ventana, pegue una imagen o adjunte archivos PDF, PNG, JPEG y TIFF.</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Adjuntar archivos…</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 páginas</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>A part of page %1, without words</source>
        <translation>Una parte de la página %1, sin palabras</translation>
    </message>
    <message>
        <source>Page %1: “%2”</source>
        <translation>Página %1: “%2”</translation>
    </message>
    <message>
        <source>&amp;Use as source of: %1</source>
        <translation>&amp;Usar como fuente de: %1</translation>
    </message>
    <message>
        <source>&amp;Use as source</source>
        <translation>&amp;Usar como fuente</translation>
    </message>
    <message>
        <source>Go to a question first</source>
        <translation>Primero vaya a una pregunta</translation>
    </message>
    <message>
        <source>Kept as the source of: %1</source>
        <translation>Guardado como fuente de: %1</translation>
    </message>
    <message>
        <source>Reading the record: %1 of %2 pages</source>
        <translation>Leyendo el expediente: %1 de %2 páginas</translation>
    </message>
    <message>
        <source>%1 scanned pages have no text here: Tesseract, which reads them, is not installed.</source>
        <translation>%1 páginas escaneadas no tienen texto aquí: Tesseract, que las lee, no está instalado.</translation>
    </message>
    <message>
        <source>Reading scanned pages: %1 of %2</source>
        <translation>Leyendo páginas escaneadas: %1 de %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>This page was read by machine, %1% sure: compare before you use it.</source>
        <translation>Esta página se leyó por máquina, con %1 % de certeza: compare antes de usarla.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Arrows move it, Shift with arrows sizes it, Enter takes it, Esc drops it.</source>
        <translation>Las flechas lo mueven, Mayús con flechas le da tamaño, Intro lo toma, Esc lo descarta.</translation>
    </message>
    <message>
        <source>Drag over a passage, or select with Shift+↓. Alt+drag or Enter marks a rectangle.</source>
        <translation>Arrastre sobre un pasaje o seleccione con Mayús+↓. Alt+arrastrar o Intro marca un rectángulo.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RecordSearch</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Todos los documentos</translation>
    </message>
    <message>
        <source>Place before (Shift+F3)</source>
        <translation>Lugar anterior (Mayús+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>Lugar siguiente (F3)</translation>
    </message>
    <message>
        <source>Search the record</source>
        <translation>Buscar en el expediente</translation>
    </message>
    <message>
        <source>Search the record (Ctrl+F)</source>
        <translation>Buscar en el expediente (Ctrl+F)</translation>
    </message>
    <message>
        <source>%1 of %2%3</source>
        <translation>%1 de %2%3</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>buscando…</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no se encontró</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RecordSheet</name>
    <message>
        <source>The record</source>
        <translation>El expediente</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RecordedCard</name>
    <message>
        <source>Recorded besides</source>
        <translation>Otros datos anotados</translation>
    </message>
    <message>
        <source>Printed and shown to the physician; no criterion reads it.</source>
        <translation>Se imprime y se muestra al médico; ningún criterio lo lee.</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Sin anotar</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Add a treatment</source>
        <translation>Agregar un tratamiento</translation>
    </message>
    <message>
        <source>Treatment %1</source>
        <translation>Tratamiento %1</translation>
    </message>
    <message>
        <source>Response to treatment %1</source>
        <translation>Respuesta al tratamiento %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove treatment %1</source>
        <translation>Quitar el tratamiento %1</translation>
    </message>
    <message>
        <source>Treatment, for example FOLFOX</source>
        <translation>Tratamiento, por ejemplo FOLFOX</translation>
    </message>
    <message>
        <source>Response, for example progressed</source>
        <translation>Respuesta, por ejemplo progresó</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RecoverPage</name>
    <message>
        <source>Set &amp;new passphrase and sign in</source>
        <translation>&amp;Establecer la nueva frase e iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>Open with the recovery key</source>
        <translation>Abrir con la clave de recuperación</translation>
    </message>
    <message>
        <source>The printed key opens the workspace as its first account, and that account gets a new passphrase. Other accounts keep theirs.</source>
        <translation>La clave impresa abre el espacio de trabajo con su primera cuenta, y esa cuenta recibe una nueva frase de contraseña. Las demás cuentas conservan la suya.</translation>
    </message>
    <message>
        <source>&amp;Recovery key</source>
        <translation>Clave de &amp;recuperación</translation>
    </message>
    <message>
        <source>Opening the workspace</source>
        <translation>Apertura del espacio de trabajo</translation>
    </message>
    <message>
        <source>The recovery key is missing: it is the printed one from the first start.</source>
        <translation>Falta la clave de recuperación: es la que se imprimió en el primer inicio.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RecoveryKeyPage</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>I &amp;have it on paper, away from this computer</source>
        <translation>La &amp;tengo en papel, lejos de esta computadora</translation>
    </message>
    <message>
        <source>&amp;Open ReviewDesk</source>
        <translation>&amp;Abrir ReviewDesk</translation>
    </message>
    <message>
        <source>Your recovery key</source>
        <translation>Su clave de recuperación</translation>
    </message>
    <message>
        <source>If every passphrase is lost, only this key opens the cases again. It is shown once. Print it or write it down, and keep it where the computer is not.</source>
        <translation>Si se pierden todas las frases de contraseña, solo esta clave vuelve a abrir los casos. Se muestra una sola vez. Imprímala o escríbala, y guárdela donde no esté la computadora.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>Copied for one minute</source>
        <translation>Copiada por un minuto</translation>
    </message>
    <message>
        <source>ReviewDesk recovery key</source>
        <translation>Clave de recuperación de ReviewDesk</translation>
    </message>
    <message>
        <source>&lt;h1&gt;ReviewDesk recovery key&lt;/h1&gt;&lt;p&gt;%1, first account: %2&lt;/p&gt;&lt;p style=&quot;font-family: monospace; font-size: 16pt&quot;&gt;%3&lt;/p&gt;&lt;p&gt;Who holds this key can open every case of this workspace. Keep it locked away, not beside the computer. In ReviewDesk: Sign in, Passphrase forgotten.&lt;/p&gt;</source>
        <translation>&lt;h1&gt;Clave de recuperación de ReviewDesk&lt;/h1&gt;&lt;p&gt;%1, primera cuenta: %2&lt;/p&gt;&lt;p style=&quot;font-family: monospace; font-size: 16pt&quot;&gt;%3&lt;/p&gt;&lt;p&gt;Quien tenga esta clave puede abrir todos los casos de este espacio de trabajo. Guárdela bajo llave, no junto a la computadora. En ReviewDesk: Iniciar sesión, Olvidé la frase.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReleasePage</name>
    <message>
        <source>Letters to release</source>
        <translation>Cartas por despachar</translation>
    </message>
    <message>
        <source>R&amp;elease</source>
        <translation>De&amp;spachar</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
    <message>
        <source>R&amp;elease letters of %1 cases…</source>
        <translation>De&amp;spachar las cartas de %1 casos…</translation>
    </message>
    <message>
        <source>R&amp;elease the letters…</source>
        <translation>De&amp;spachar las cartas…</translation>
    </message>
    <message>
        <source>No letter waits.</source>
        <translation>Ninguna carta espera.</translation>
    </message>
    <message>
        <source>Cases with letters to release: %1</source>
        <translation>Casos con cartas por despachar: %1</translation>
    </message>
    <message>
        <source>The first %1 of %2 cases with letters to release: one job takes no more, the others follow it.</source>
        <translation>Los primeros %1 de %2 casos con cartas por despachar: un trabajo no toma más, los demás le siguen.</translation>
    </message>
    <message>
        <source>Cases with letters that are not printed or not issued yet. Enter opens a case; the letters of the chosen ones go out as one print job.</source>
        <translation>Casos con cartas que aún no se imprimieron o no se emitieron. Intro abre un caso; las cartas de los elegidos salen en un solo trabajo de impresión.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReplayRun</name>
    <message>
        <source>The replay was stopped.</source>
        <translation>La repetición se detuvo.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReplayView</name>
    <message>
        <source>Not decided</source>
        <translation>Sin decidir</translation>
    </message>
    <message>
        <source>%1 (unmet: %2)</source>
        <translation>%1 (sin cumplir: %2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a question and in how many cases</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Start the replay</source>
        <translation>Empe&amp;zar la repetición</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>De&amp;tener</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>Guardar como &amp;CSV…</translation>
    </message>
    <message>
        <source>Replaying cases</source>
        <translation>Repitiendo casos</translation>
    </message>
    <message>
        <source>Cases that would come out differently</source>
        <translation>Casos que saldrían de otro modo</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Entonces</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criterios</translation>
    </message>
    <message>
        <source>Save the replay as CSV</source>
        <translation>Guardar la repetición como CSV</translation>
    </message>
    <message>
        <source>replay.csv</source>
        <translation>repeticion.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Replaying cases…</source>
        <translation>Repitiendo casos…</translation>
    </message>
    <message>
        <source>Replaying cases: %1 of %2</source>
        <translation>Repitiendo casos: %1 de %2</translation>
    </message>
    <message>
        <source>does not know: %1</source>
        <translation>no conoce: %1</translation>
    </message>
    <message>
        <source>needs besides: %1</source>
        <translation>necesita además: %1</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>ahora: %1</translation>
    </message>
    <message>
        <source>then: %1</source>
        <translation>entonces: %1</translation>
    </message>
    <message>
        <source>Choose another version above, or compare with a pack file: then every case of the workspace can be tried under it.</source>
        <translation>Elija otra versión arriba, o compare con un archivo de política: entonces cada caso del espacio de trabajo se puede probar con ella.</translation>
    </message>
    <message>
        <source>Every case, open or closed, under %1 %2 beside %3.</source>
        <translation>Cada caso, abierto o cerrado, con %1 %2 al lado de %3.</translation>
    </message>
    <message>
        <source>Of %1 cases (%2 open) none would come out differently.</source>
        <translation>De %1 casos (%2 abiertos) ninguno saldría de otro modo.</translation>
    </message>
    <message>
        <source>Of %1 cases %2 would come out differently: %3 open, %4 closed.</source>
        <translation>De %1 casos, %2 saldrían de otro modo: %3 abiertos, %4 cerrados.</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <comment>an outcome, another outcome, how many cases</comment>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>Answers that it does not know: %1.</source>
        <translation>Respuestas que no conoce: %1.</translation>
    </message>
    <message>
        <source>What it needs to know besides: %1.</source>
        <translation>Lo que necesita saber además: %1.</translation>
    </message>
    <message>
        <source>The first %1 are listed; the file has %2.</source>
        <translation>Se listan los primeros %1; el archivo tiene %2.</translation>
    </message>
    <message>
        <source>No case is changed by this.</source>
        <translation>Esto no cambia ningún caso.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReportCases</name>
    <message>
        <source>&amp;Back to the report</source>
        <translation>&amp;Volver al informe</translation>
    </message>
    <message>
        <source>Save this &amp;list…</source>
        <translation>&amp;Guardar esta lista…</translation>
    </message>
    <message>
        <source>As a CSV file for a spreadsheet. It holds members&apos; names.</source>
        <translation>Como archivo CSV para una hoja de cálculo. Contiene nombres de miembros.</translation>
    </message>
    <message>
        <source>Cases behind the number</source>
        <translation>Casos detrás del número</translation>
    </message>
    <message>
        <source>Cases: %1 · Enter opens one · Esc goes back to the report</source>
        <translation>Casos: %1 · Intro abre uno · Esc vuelve al informe</translation>
    </message>
    <message>
        <source>Save list as CSV</source>
        <translation>Guardar la lista como CSV</translation>
    </message>
    <message>
        <source>cases.csv</source>
        <translation>casos.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1. The file holds members&apos; names; keep it accordingly.</source>
        <translation>Guardado: %1. El archivo contiene nombres de miembros; consérvelo como corresponde.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReportCasesModel</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Procedimiento</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Tardó</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReportChartView</name>
    <message>
        <source>Chart: %1</source>
        <translation>Gráfico: %1</translation>
    </message>
    <message>
        <source>The table beside it has the same numbers.</source>
        <translation>La tabla de al lado tiene los mismos números.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReportRun</name>
    <message>
        <source>The report was stopped.</source>
        <translation>El informe se detuvo.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReportTableModel</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>sin número</translation>
    </message>
    <message>
        <source>no cases</source>
        <translation>sin casos</translation>
    </message>
    <message>
        <source>Enter opens its cases: %1</source>
        <translation>Intro abre sus casos: %1</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReportsPage</name>
    <message>
        <source>Nothing of this kind in the period.</source>
        <translation>Nada de este tipo en el período.</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>Guardar como &amp;PDF…</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>Guardar como &amp;CSV…</translation>
    </message>
    <message>
        <source>Which report</source>
        <translation>Qué informe</translation>
    </message>
    <message>
        <source>Counting cases</source>
        <translation>Contando casos</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>De&amp;tener</translation>
    </message>
    <message>
        <source>The last day lies before the first. Choose a later one in “To”.</source>
        <translation>El último día es anterior al primero. Elija uno posterior en “Hasta”.</translation>
    </message>
    <message>
        <source>Counting cases…</source>
        <translation>Contando casos…</translation>
    </message>
    <message>
        <source>Counting cases: %1 of %2 rounds</source>
        <translation>Contando casos: %1 de %2 rondas</translation>
    </message>
    <message>
        <source>Count a&amp;gain</source>
        <translation>C&amp;ontar de nuevo</translation>
    </message>
    <message>
        <source>%1 · %2 · as of %3 · Enter on a number opens its cases</source>
        <translation>%1 · %2 · al %3 · Intro en un número abre sus casos</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Save reports as PDF</source>
        <translation>Guardar los informes como PDF</translation>
    </message>
    <message>
        <source>reports.pdf</source>
        <translation>informes.pdf</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save reports as CSV</source>
        <translation>Guardar los informes como CSV</translation>
    </message>
    <message>
        <source>reports.csv</source>
        <translation>informes.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>One moment: a report is still being made.</source>
        <translation>Un momento: todavía se está haciendo un informe.</translation>
    </message>
    <message>
        <source>Drawing charts: %1 of %2</source>
        <translation>Dibujando gráficos: %1 de %2</translation>
    </message>
    <message>
        <source>Making the PDF…</source>
        <translation>Creando el PDF…</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RequestForm</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RequestPage</name>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>What arrived, when, from whom and for whom. Everything is kept as you type.</source>
        <translation>Qué llegó, cuándo, de quién y para quién. Todo se guarda mientras usted escribe.</translation>
    </message>
    <message>
        <source>Receipt and plan</source>
        <translation>Recepción y plan</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Recibida el</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>Recibida a las</translation>
    </message>
    <message>
        <source>time zone %1</source>
        <translation>zona horaria %1</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>a physician&apos;s request to expedite binds</source>
        <translation>la petición de un médico de acelerarla obliga</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Momento</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Línea de negocio</translation>
    </message>
    <message>
        <source>Plan state</source>
        <translation>Estado del plan</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Member name</source>
        <translation>Nombre del miembro</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Member ID</source>
        <translation>Número de miembro</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Preferred language</source>
        <translation>Idioma preferido</translation>
    </message>
    <message>
        <source>as a code: en, es, zh-Hant</source>
        <translation>como código: en, es, zh-Hant</translation>
    </message>
    <message>
        <source>Member address</source>
        <translation>Dirección del miembro</translation>
    </message>
    <message>
        <source>Provider and facility</source>
        <translation>Proveedor y centro</translation>
    </message>
    <message>
        <source>Provider name</source>
        <translation>Nombre del proveedor</translation>
    </message>
    <message>
        <source>Provider NPI</source>
        <translation>NPI del proveedor</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Fax number</source>
        <translation>Número de fax</translation>
    </message>
    <message>
        <source>Provider address</source>
        <translation>Dirección del proveedor</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Facility NPI</source>
        <translation>NPI del centro</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Procedure codes</source>
        <translation>Códigos de procedimiento</translation>
    </message>
    <message>
        <source>Diagnosis codes</source>
        <translation>Códigos de diagnóstico</translation>
    </message>
    <message>
        <source>Diagnosis codes (ICD-10-CM)</source>
        <translation>Códigos de diagnóstico (ICD-10-CM)</translation>
    </message>
    <message>
        <source>Planned on</source>
        <translation>Previsto para el</translation>
    </message>
    <message>
        <source>What was sent…</source>
        <translation>Lo que se envió…</translation>
    </message>
    <message>
        <source>1 entry stands as it was sent. Confirm or correct it before anything is decided.</source>
        <translation>1 dato está como se envió. Confírmelo o corríjalo antes de decidir.</translation>
    </message>
    <message>
        <source>%1 entries stand as they were sent. Confirm or correct each before anything is decided.</source>
        <translation>%1 datos están como se enviaron. Confirme o corrija cada uno antes de decidir.</translation>
    </message>
    <message>
        <source>Confirm &amp;all</source>
        <translation>Confirmar &amp;todo</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReviewPage</name>
    <message>
        <source>Show it as it is now</source>
        <translation>Mostrarlo como está ahora</translation>
    </message>
    <message>
        <source>Second review, blind</source>
        <translation>Segunda revisión, a ciegas</translation>
    </message>
    <message>
        <source>‹ &amp;Back</source>
        <translation>‹ &amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Next ›</source>
        <translation>&amp;Siguiente ›</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Re&amp;marks…</source>
        <translation>Co&amp;mentarios…</translation>
    </message>
    <message>
        <source>&amp;Finish the second review</source>
        <translation>&amp;Terminar la segunda revisión</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>%1 You see the case as it is kept now.</source>
        <translation>%1 Usted ve el caso como está guardado ahora.</translation>
    </message>
    <message>
        <source>Not saved: %1 Everything you typed is still here.</source>
        <translation>Sin guardar: %1 Todo lo que usted escribió sigue aquí.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>%1 saved this case while you were working on it. Your last changes are not saved yet, and nothing was overwritten.</source>
        <translation>%1 guardó este caso mientras usted trabajaba en él. Sus últimos cambios todavía no están guardados, y no se sobrescribió nada.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;Aceptar</translation>
    </message>
    <message>
        <source>For reading only: %1</source>
        <translation>Solo para leer: %1</translation>
    </message>
    <message>
        <source>Alt+1 … %1 steps  ·  Y N D answer  ·  C criterion  ·  P policy  ·  F8 record</source>
        <translation>Alt+1 … %1 pasos  ·  Y N D respuesta  ·  C criterio  ·  P política  ·  F8 expediente</translation>
    </message>
    <message>
        <source>Recor&amp;d</source>
        <translation>Expe&amp;diente</translation>
    </message>
    <message>
        <source>The documents beside the questions (F8)</source>
        <translation>Los documentos junto a las preguntas (F8)</translation>
    </message>
    <message>
        <source>A new scan has arrived.</source>
        <translation>Llegó un escaneo nuevo.</translation>
    </message>
    <message>
        <source>%1 new scans have arrived.</source>
        <translation>Llegaron %1 escaneos nuevos.</translation>
    </message>
    <message>
        <source>Attach to this case…</source>
        <translation>Adjuntar a este caso…</translation>
    </message>
    <message>
        <source>Compare and c&amp;hoose…</source>
        <translation>Comparar y ele&amp;gir…</translation>
    </message>
    <message>
        <source>This second review was finished in another window. What you changed here since then is not kept; the finished one was not touched.</source>
        <translation>Esta segunda revisión se terminó en otra ventana. Lo que usted cambió aquí desde entonces no se guarda; la terminada quedó como estaba.</translation>
    </message>
    <message>
        <source>This second review was finished in another window.</source>
        <translation>Esta segunda revisión se terminó en otra ventana.</translation>
    </message>
    <message>
        <source>This second review was saved in another window while you were working on it. Your last changes are not saved yet, and nothing was overwritten.</source>
        <translation>Esta segunda revisión se guardó en otra ventana mientras usted trabajaba en ella. Sus últimos cambios aún no están guardados y no se sobrescribió nada.</translation>
    </message>
    <message>
        <source>What you typed here (%1) could not be saved then. It is on the screen again.</source>
        <translation>Lo que escribió aquí (%1) no se pudo guardar entonces. Está de nuevo en la pantalla.</translation>
    </message>
    <message>
        <source>Not saved yet: %1</source>
        <translation>Sin guardar todavía: %1</translation>
    </message>
    <message>
        <source>Histor&amp;y…</source>
        <translation>&amp;Historial…</translation>
    </message>
    <message>
        <source>What was done to the case: when, by whom, each change with its before and after</source>
        <translation>Lo que se hizo en el caso: cuándo, quién, y cada cambio con su antes y su después</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ReviewSession</name>
    <message>
        <source>Somebody else saved this case meanwhile. First compare it with what you entered (the notice at the top of the page), then decide.</source>
        <translation>Otra persona guardó este caso entretanto. Compárelo primero con lo que usted ingresó (el aviso de la parte superior de la página) y después decida.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>%1 took the case a step on meanwhile.</source>
        <translation>%1 hizo avanzar el caso entretanto.</translation>
    </message>
    <message>
        <source>A second review decides nothing; it is only compared.</source>
        <translation>Una segunda revisión no decide nada; solo se compara.</translation>
    </message>
    <message>
        <source>The server is away. It is kept on this computer, encrypted for you, until it can be saved.</source>
        <translation>El servidor no responde. Se conserva en este equipo, cifrado para usted, hasta que se pueda guardar.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::RoundsSheet</name>
    <message>
        <source>What changed between rounds</source>
        <translation>Qué cambió entre rondas</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;a</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>first review</source>
        <translation>primera revisión</translation>
    </message>
    <message>
        <source>an appeal</source>
        <translation>una apelación</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>reabierta</translation>
    </message>
    <message>
        <source>Round %1, %2, begun %3: %4</source>
        <translation>Ronda %1, %2, comenzada %3: %4</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>antes: %1</translation>
    </message>
    <message>
        <source>after: %1</source>
        <translation>después: %1</translation>
    </message>
    <message>
        <source>The two rounds say the same.</source>
        <translation>Las dos rondas dicen lo mismo.</translation>
    </message>
    <message>
        <source>Fields that differ: %1</source>
        <translation>Campos distintos: %1</translation>
    </message>
    <message>
        <source>The case has one round so far.</source>
        <translation>Hasta ahora el caso tiene una sola ronda.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ScannerFolder</name>
    <message>
        <source>The scanner folder %1 cannot be read.</source>
        <translation>La carpeta del escáner %1 no se puede leer.</translation>
    </message>
    <message>
        <source>The scanner folder %1 is not there.</source>
        <translation>La carpeta del escáner %1 no está.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ScannerSetting</name>
    <message>
        <source>Folder that the scanner or fax server fills</source>
        <translation>Carpeta que llena el escáner o el servidor de fax</translation>
    </message>
</context>
<context>
    <name>reviewdesk::SentRequest</name>
    <message>
        <source>column %1</source>
        <translation>columna %1</translation>
    </message>
</context>
<context>
    <name>reviewdesk::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Buscar en la configuración</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>For you, on this computer</source>
        <translation>Para usted, en esta computadora</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Como la computadora</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Of the screens, with its dates and numbers. The policy&apos;s words stay as they are; a letter has its member&apos;s language.</source>
        <translation>El de las pantallas, con sus fechas y números. Las palabras de la política quedan como están; una carta tiene el idioma de su miembro.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>theme dark mode light contrast colour appearance display accessibility</source>
        <translation>tema modo oscuro claro contraste apariencia aspecto pantalla accesibilidad</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Tamaño del texto</translation>
    </message>
    <message>
        <source>font letters bigger larger zoom appearance accessibility</source>
        <translation>letra fuente más grande ampliar apariencia accesibilidad</translation>
    </message>
    <message>
        <source>As usual in the country</source>
        <translation>Como es usual en el país</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>Carta (EE. UU.)</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>&amp;Paper of reports and lists</source>
        <translation>&amp;Papel de informes y listas</translation>
    </message>
    <message>
        <source>Determination letters are always on US Letter.</source>
        <translation>Las cartas de determinación siempre van en papel carta (EE. UU.).</translation>
    </message>
    <message>
        <source>printer page size PDF</source>
        <translation>imprimir impresora página tamaño PDF</translation>
    </message>
    <message>
        <source>What opens the workspace for you</source>
        <translation>Lo que abre el espacio de trabajo para usted</translation>
    </message>
    <message>
        <source>password sign in log in security</source>
        <translation>contraseña iniciar sesión acceso seguridad</translation>
    </message>
    <message>
        <source>No setting has “%1”. Try another word.</source>
        <translation>Ninguna configuración tiene “%1”. Pruebe otra palabra.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>The department&apos;s settings were changed and are not saved. Stay, or go on and lose the changes?</source>
        <translation>La configuración del departamento cambió y no está guardada. ¿Quedarse, o seguir y perder los cambios?</translation>
    </message>
    <message>
        <source>Go on and &amp;lose them</source>
        <translation>&amp;Seguir y perderlos</translation>
    </message>
    <message>
        <source>C&amp;olors</source>
        <translation>Co&amp;lores</translation>
    </message>
    <message>
        <source>Chan&amp;ge passphrase…</source>
        <translation>Cambiar la &amp;frase de contraseña…</translation>
    </message>
    <message>
        <source>As the department says</source>
        <translation>Como dice el departamento</translation>
    </message>
    <message>
        <source>After %1 min at most</source>
        <translation>Después de %1 min como máximo</translation>
    </message>
    <message>
        <source>Lock the &amp;window when nobody is at it</source>
        <translation>Bloquear la venta&amp;na cuando nadie la usa</translation>
    </message>
    <message>
        <source>Sooner than the department says, never later.</source>
        <translation>Antes de lo que dice el departamento, nunca después.</translation>
    </message>
    <message>
        <source>idle automatic screen timeout privacy session security log out</source>
        <translation>inactividad automático pantalla bloqueo privacidad sesión seguridad cerrar</translation>
    </message>
    <message>
        <source>Scanner folder</source>
        <translation>Carpeta del escáner</translation>
    </message>
    <message>
        <source>Scans and faxes that come into it are offered to the case that is open.</source>
        <translation>Los escaneos y faxes que llegan a ella se ofrecen al caso que está abierto.</translation>
    </message>
    <message>
        <source>scan fax documents watched folder pages record</source>
        <translation>escaneo fax documentos carpeta vigilada páginas expediente</translation>
    </message>
    <message>
        <source>Incoming requests folder</source>
        <translation>Carpeta de solicitudes entrantes</translation>
    </message>
    <message>
        <source>Requests that come into it, FHIR or CSV, are listed under Incoming requests.</source>
        <translation>Las solicitudes que llegan a ella, FHIR o CSV, aparecen en Solicitudes entrantes.</translation>
    </message>
    <message>
        <source>watched folder fax import FHIR CSV intake</source>
        <translation>carpeta vigilada fax importar FHIR CSV recepción</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Dejar de vigilar</translation>
    </message>
    <message>
        <source>Choose the scanner folder</source>
        <translation>Elegir la carpeta del escáner</translation>
    </message>
    <message>
        <source>Choose the incoming requests folder</source>
        <translation>Elegir la carpeta de solicitudes entrantes</translation>
    </message>
    <message>
        <source>None is watched.</source>
        <translation>No se vigila ninguna.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::SignInPage</name>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Desbloquear</translation>
    </message>
    <message>
        <source>Passphrase &amp;forgotten…</source>
        <translation>Olvidé la f&amp;rase…</translation>
    </message>
    <message>
        <source>&amp;Other account…</source>
        <translation>&amp;Otra cuenta…</translation>
    </message>
    <message>
        <source>Open a pra&amp;ctice caseload of invented people</source>
        <translation>Abrir casos de &amp;práctica con personas inventadas</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Your work is kept as you left it.</source>
        <translation>Su trabajo está como usted lo dejó.</translation>
    </message>
    <message>
        <source>Passphrase forgotten? A supervisor gives you a new one.</source>
        <translation>¿Olvidó su frase de contraseña? Un supervisor le da una nueva.</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Cuenta: %1</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Cuenta</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>Fra&amp;se de contraseña</translation>
    </message>
    <message>
        <source>Checking the passphrase</source>
        <translation>Verificando la frase de contraseña</translation>
    </message>
    <message>
        <source>your login name</source>
        <translation>su nombre de usuario</translation>
    </message>
    <message>
        <source>Say first who you are: choose or type your account.</source>
        <translation>Primero diga quién es: elija o escriba su cuenta.</translation>
    </message>
    <message>
        <source>Type your passphrase first.</source>
        <translation>Primero escriba su frase de contraseña.</translation>
    </message>
    <message>
        <source>This account and passphrase do not belong together. Check Caps Lock and try again.</source>
        <translation>Esta cuenta y esta frase de contraseña no van juntas. Revise Bloq Mayús e intente de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n s</source>
        <translation>
            <numerusform>Espere %n s</numerusform>
            <numerusform>Espere %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>De&amp;tener</translation>
    </message>
    <message>
        <source>This workspace comes from an earlier version. It is backed up and checked first, then brought up to date.</source>
        <translation>Este espacio de trabajo viene de una versión anterior. Primero se hace y se comprueba una copia de seguridad; después se pone al día.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::SourceEditor</name>
    <message>
        <source>Date of the document: %1</source>
        <translation>Fecha del documento: %1</translation>
    </message>
    <message>
        <source>Document: %1</source>
        <translation>Documento: %1</translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation>Página: %1</translation>
    </message>
    <message>
        <source>Quote: %1</source>
        <translation>Cita: %1</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Done with the source: %1</source>
        <translation>Listo con la fuente: %1</translation>
    </message>
    <message>
        <source>“%1” is not a page number.</source>
        <translation>“%1” no es un número de página.</translation>
    </message>
    <message>
        <source>As it is titled: Surgical consult</source>
        <translation>Según su título: Consulta quirúrgica</translation>
    </message>
    <message>
        <source>The words in the record</source>
        <translation>Las palabras del expediente</translation>
    </message>
</context>
<context>
    <name>reviewdesk::SourceLink</name>
    <message>
        <source>Add source…</source>
        <translation>Agregar fuente…</translation>
    </message>
    <message>
        <source>Add source: %1</source>
        <translation>Agregar fuente: %1</translation>
    </message>
    <message>
        <source>Source of %1: %2</source>
        <translation>Fuente de %1: %2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the source: %1</source>
        <translation>Editar la fuente: %1</translation>
    </message>
    <message>
        <source>Open the source of %1: %2</source>
        <translation>Abrir la fuente de %1: %2</translation>
    </message>
</context>
<context>
    <name>reviewdesk::StepButton</name>
    <message>
        <source>%1; this step is shown</source>
        <translation>%1; este paso está a la vista</translation>
    </message>
    <message>
        <source>%1: %2 (Alt+%3)</source>
        <translation>%1: %2 (Alt+%3)</translation>
    </message>
</context>
<context>
    <name>reviewdesk::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
</context>
<context>
    <name>reviewdesk::SuggestionRow</name>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Confirm the suggestion: %1</source>
        <translation>Confirmar la sugerencia: %1</translation>
    </message>
    <message>
        <source>Makes it your answer, with its source (S)</source>
        <translation>La hace su respuesta, con su fuente (S)</translation>
    </message>
    <message>
        <source>suggested: %1</source>
        <translation>sugerido: %1</translation>
    </message>
    <message>
        <source>In the message at %1</source>
        <translation>En el mensaje, en %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>reviewdesk::TalkCard</name>
    <message>
        <source>Peer-to-peer and opinions</source>
        <translation>Entre pares y opiniones</translation>
    </message>
    <message>
        <source>Remarks and &amp;talks…</source>
        <translation>Come&amp;ntarios y diálogos…</translation>
    </message>
    <message>
        <source>Peer-to-peer %1, %2, with %3: %4</source>
        <translation>Entre pares %1, %2, con %3: %4</translation>
    </message>
    <message>
        <source>%1 asked %2, %3: “%4”</source>
        <translation>%1 preguntó a %2, %3: “%4”</translation>
    </message>
    <message>
        <source>%1 answered, %2: “%3”</source>
        <translation>%1 respondió, %2: “%3”</translation>
    </message>
    <message>
        <source>No peer-to-peer talk is on record in this round.</source>
        <translation>En esta ronda no consta ninguna conversación entre pares.</translation>
    </message>
    <message>
        <source>Remarks on the case: %1</source>
        <translation>Comentarios sobre el caso: %1</translation>
    </message>
</context>
<context>
    <name>reviewdesk::Tour</name>
    <message>
        <source>&amp;Skip the tour</source>
        <translation>&amp;Omitir el recorrido</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Recorrido</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Listo</translation>
    </message>
</context>
<context>
    <name>reviewdesk::TranslatedReason</name>
    <message>
        <source>Use the drafted &amp;Spanish words</source>
        <translation>Usar el borra&amp;dor en español</translation>
    </message>
    <message>
        <source>Reason in plain words, in Spa&amp;nish</source>
        <translation>Motivo en palabras sencillas, e&amp;n español</translation>
    </message>
    <message>
        <source>Nothing written: the letter says in Spanish what the criteria give, and quotes the English.</source>
        <translation>Sin texto: la carta dice en español lo que dan los criterios y cita el inglés.</translation>
    </message>
    <message>
        <source>Reading ease %1 (INFLESZ): below %2. Use shorter words and sentences.</source>
        <translation>Facilidad de lectura %1 (INFLESZ): por debajo de %2. Use palabras y frases más cortas.</translation>
    </message>
    <message>
        <source>Reading ease %1 (INFLESZ, at least %2)</source>
        <translation>Facilidad de lectura %1 (INFLESZ, mínimo %2)</translation>
    </message>
</context>
<context>
    <name>reviewdesk::UndoButtons</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>the last answer</source>
        <translation>la última respuesta</translation>
    </message>
    <message>
        <source>Undo %1 (Ctrl+Z)</source>
        <translation>Deshacer %1 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada que deshacer</translation>
    </message>
    <message>
        <source>Redo %1 (Ctrl+Shift+Z)</source>
        <translation>Rehacer %1 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nada que rehacer</translation>
    </message>
</context>
<context>
    <name>reviewdesk::UnsavedNotice</name>
    <message>
        <source>Not saved yet, because the server was away: %1. What you typed is kept on this computer, encrypted for you.</source>
        <translation>Sin guardar todavía, porque el servidor no respondía: %1. Lo que escribió se conserva en este equipo, cifrado para usted.</translation>
    </message>
    <message>
        <source>&amp;Open and save</source>
        <translation>&amp;Abrir y guardar</translation>
    </message>
</context>
<context>
    <name>reviewdesk::VersionNotice</name>
    <message>
        <source>Worked on under version %1, which this program does not have: update the program. Until then the case can only be read here, and what you see is what version %2 says.</source>
        <translation>Se trabajó con la versión %1, que este programa no tiene: actualice el programa. Hasta entonces, aquí el caso solo se puede leer, y lo que ve es lo que dice la versión %2.</translation>
    </message>
    <message>
        <source>Decided under version %1, which is not installed: what stands here is what version %2 says, and no letter can be written. Letters that were issued can be opened.</source>
        <translation>Decidido con la versión %1, que no está instalada: lo que se ve aquí es lo que dice la versión %2, y no se puede escribir ninguna carta. Las cartas emitidas se pueden abrir.</translation>
    </message>
    <message>
        <source>no answer to look at again</source>
        <translation>ninguna respuesta por revisar</translation>
    </message>
    <message>
        <source>1 answer to look at again</source>
        <translation>1 respuesta por revisar</translation>
    </message>
    <message>
        <source>%1 answers to look at again</source>
        <translation>%1 respuestas por revisar</translation>
    </message>
    <message>
        <source>Reviewed under version %1 until %2; version %3 is in force now: %4.</source>
        <translation>Revisado con la versión %1 hasta el %2; ahora está vigente la versión %3: %4.</translation>
    </message>
</context>
<context>
    <name>reviewdesk::ViewList</name>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>Mi trabajo</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Cartas</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Míos</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Vencen hoy</translation>
    </message>
    <message>
        <source>Due in 3 days</source>
        <translation>Vencen en 3 días</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencidos</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>De información</translation>
    </message>
    <message>
        <source>For a physician</source>
        <translation>De un médico</translation>
    </message>
    <message>
        <source>To print</source>
        <translation>Por imprimir</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Emitidas</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Todos los casos</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>Mis vistas</translation>
    </message>
    <message>
        <source>%1, cases: %2</source>
        <translation>%1, casos: %2</translation>
    </message>
    <message>
        <source>Wait is over</source>
        <translation>Espera cumplida</translation>
    </message>
</context>
<context>
    <name>reviewdesk::WorklistModel</name>
    <message>
        <source>Due at</source>
        <translation>Vencimiento</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>La exportación se detuvo.</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Procedimiento</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Outcome so far</source>
        <translation>Resultado hasta ahora</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Member ID</source>
        <translation>Número de miembro</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Preparado por</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Línea de negocio</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado del plan</translation>
    </message>
    <message>
        <source>latest first</source>
        <translation>los más lejanos primero</translation>
    </message>
    <message>
        <source>earliest first</source>
        <translation>los más próximos primero</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>los más nuevos primero</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>los más antiguos primero</translation>
    </message>
    <message>
        <source>not met first</source>
        <translation>los no cumplidos primero</translation>
    </message>
    <message>
        <source>met first</source>
        <translation>los cumplidos primero</translation>
    </message>
    <message>
        <source>expedited first</source>
        <translation>las aceleradas primero</translation>
    </message>
    <message>
        <source>standard first</source>
        <translation>las estándar primero</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>de Z a A</translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>de A a Z</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>No due date</source>
        <translation>Sin vencimiento</translation>
    </message>
    <message>
        <source>Not entered yet</source>
        <translation>Sin ingresar aún</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>Expedited</source>
        <translation>Acelerada</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Estándar</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>Vence: %1</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Vence: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, sorted, %2</source>
        <translation>%1, en orden, %2</translation>
    </message>
</context>
<context>
    <name>reviewdesk::WorklistPage</name>
    <message>
        <source>Save as &amp;view…</source>
        <translation>Guardar como &amp;vista…</translation>
    </message>
    <message>
        <source>&amp;Keep changes in this view</source>
        <translation>&amp;Guardar los cambios en esta vista</translation>
    </message>
    <message>
        <source>&amp;Rename this view…</source>
        <translation>Cambiar el &amp;nombre de esta vista…</translation>
    </message>
    <message>
        <source>&amp;Delete this view…</source>
        <translation>&amp;Eliminar esta vista…</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>E&amp;xportar como CSV…</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>Nombre de la vista:</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>Guardar como vista</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Cambiar el nombre de la vista</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Eliminar la vista</translation>
    </message>
    <message>
        <source>Delete the view “%1”? Its cases stay as they are.</source>
        <translation>¿Eliminar la vista “%1”? Sus casos quedan como están.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Conservarla</translation>
    </message>
    <message>
        <source>At most %1 cases at once; %2 are selected. Select fewer.</source>
        <translation>Como máximo %1 casos a la vez; hay %2 seleccionados. Seleccione menos.</translation>
    </message>
    <message>
        <source>Gathering the cases…</source>
        <translation>Reuniendo los casos…</translation>
    </message>
    <message>
        <source>Somebody changed cases meanwhile, and rows may have moved. Select them again.</source>
        <translation>Alguien cambió casos entretanto, y las filas pueden haberse movido. Selecciónelas de nuevo.</translation>
    </message>
    <message>
        <source>Assigned to %1: %2.</source>
        <translation>Asignados a %1: %2.</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Exportar como CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>Writing the cases…</source>
        <translation>Escribiendo los casos…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Cases written to %1: %2. The file is not encrypted: keep it as you keep records.</source>
        <translation>Casos escritos en %1: %2. El archivo no está cifrado: consérvelo como se conservan los expedientes.</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>La exportación se detuvo; no se escribió ningún archivo.</translation>
    </message>
    <message>
        <source>Looking for cases…</source>
        <translation>Buscando casos…</translation>
    </message>
    <message>
        <source>&amp;New review</source>
        <translation>&amp;Nueva revisión</translation>
    </message>
    <message>
        <source>&amp;Assign…</source>
        <translation>&amp;Asignar…</translation>
    </message>
    <message>
        <source>&amp;Print letters…</source>
        <translation>Imprimir &amp;cartas…</translation>
    </message>
    <message>
        <source>Name, member ID, case number…   Ctrl+K</source>
        <translation>Nombre, número de miembro o de caso…   Ctrl+K</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>Buscar casos</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>by %1, %2</source>
        <translation>orden: %1, %2</translation>
    </message>
    <message>
        <source>%1 · %2 · counting the cases…</source>
        <translation>%1 · %2 · contando los casos…</translation>
    </message>
    <message>
        <source>%1 · %2 · how many cases is not known</source>
        <translation>%1 · %2 · no se sabe cuántos casos son</translation>
    </message>
    <message>
        <source>%1 · %2 · cases: %3</source>
        <translation>%1 · %2 · casos: %3</translation>
    </message>
    <message>
        <source>%1 · selected: %2</source>
        <translation>%1 · seleccionados: %2</translation>
    </message>
    <message>
        <source>%1 · Enter opens</source>
        <translation>%1 · Intro abre</translation>
    </message>
    <message>
        <source>No case in “%1” fits the filters%2.
Take one away, or clear them.</source>
        <translation>Ningún caso de “%1” corresponde a los filtros%2.
Quite uno, o todos.</translation>
    </message>
    <message>
        <source> and “%1”</source>
        <translation> y a “%1”</translation>
    </message>
    <message>
        <source>No case has “%1” in its name, member ID, number or provider.
Check the spelling, or type less.</source>
        <translation>Ningún caso tiene “%1” en su nombre, número de miembro, número o proveedor.
Revise cómo está escrito, o escriba menos.</translation>
    </message>
    <message>
        <source>No case in “%1” has “%2” in its name, member ID, number or provider.
It may be in another view.</source>
        <translation>Ningún caso de “%1” tiene “%2” en su nombre, número de miembro, número o proveedor.
Puede estar en otra vista.</translation>
    </message>
    <message>
        <source>No cases in “%1”.
New review starts one (Ctrl+N).</source>
        <translation>No hay casos en “%1”.
Nueva revisión comienza uno (Ctrl+N).</translation>
    </message>
    <message>
        <source>There are no cases yet.
A nurse starts one with New review.</source>
        <translation>Todavía no hay casos.
Enfermería comienza uno con Nueva revisión.</translation>
    </message>
    <message>
        <source>No cases in “%1”.</source>
        <translation>No hay casos en “%1”.</translation>
    </message>
    <message>
        <source>&amp;Clear all filters</source>
        <translation>Quitar &amp;todos los filtros</translation>
    </message>
    <message>
        <source>&amp;Clear the search</source>
        <translation>B&amp;orrar la búsqueda</translation>
    </message>
    <message>
        <source>Search &amp;all cases</source>
        <translation>Buscar en todos los ca&amp;sos</translation>
    </message>
    <message>
        <source>Show &amp;all cases</source>
        <translation>Mo&amp;strar todos los casos</translation>
    </message>
    <message>
        <source>%1 · selected: %2, more than the %3 that are assigned or printed at once</source>
        <translation>%1 · seleccionados: %2, más de los %3 que se asignan o imprimen a la vez</translation>
    </message>
</context>
<context>
    <name>reviewdesk::WorklistTable</name>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>&amp;Arrange columns…</source>
        <translation>&amp;Organizar columnas…</translation>
    </message>
</context>
<context>
    <name>reviewdesk::WorkloadPage</name>
    <message>
        <source>Open</source>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Vencen hoy</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencidos</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Decided this week</source>
        <translation>Decididos (semana)</translation>
    </message>
    <message>
        <source>Cases behind the number</source>
        <translation>Casos detrás del número</translation>
    </message>
    <message>
        <source>Assi&amp;gn</source>
        <translation>Asi&amp;gnar</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Carga de trabajo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Give the selected cases &amp;to</source>
        <translation>&amp;Pasar los casos seleccionados a</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>One case was given to %1.</source>
        <translation>Se pasó un caso a %1.</translation>
    </message>
    <message>
        <source>%1 cases were given to %2.</source>
        <translation>Se pasaron %1 casos a %2.</translation>
    </message>
    <message>
        <source>%1: %2 Nothing was changed.</source>
        <translation>%1: %2 No se cambió nada.</translation>
    </message>
    <message>
        <source>%1, the first %2 of %3 by due date; no more are given at once</source>
        <translation>%1, los primeros %2 de %3 por vencimiento; no se pasan más a la vez</translation>
    </message>
    <message>
        <source>Press Enter on a number to see its cases.</source>
        <translation>Presione Intro en un número para ver sus casos.</translation>
    </message>
</context>
</TS>
